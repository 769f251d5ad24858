// Hash tables: an array of 2^n one-slot cells, each 0 or a hash in its upper and a place plus one in its lower half.
//
// The places are those of the keys in an array beside the table, in the order of insertion, so that what iterates
// never sees the hash order. At most half of the cells are in use; probing is linear.
#include <string.h>
#include "internal.h"

enum { hash_mask = 0x7FFFFFFF };

static inline uint64_t mix(uint64_t x) {
  x *= UINT64_C(0x9E3779B97F4A7C15);
  return x ^ x >> 32;
}

uint64_t trama_hash_bytes(const uint8_t *bytes, int64_t count) {
  uint64_t hash = (uint64_t)count;
  while (count >= 8) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    hash = mix(hash ^ word);
    bytes += 8;
    count -= 8;
  }
  uint64_t rest = 0;
  for (int64_t i = 0; i < count; i++) rest |= (uint64_t)bytes[i] << 8 * i;
  return mix(hash ^ rest);
}

// A string keeps its hash where other objects count their elements.
static uint32_t hash_string(TramaMachine *m, TramaObject *string) {
  if (string->count < 0) return (uint32_t)~string->count;
  uint32_t hash = (uint32_t)m->hashString(string->slots) & hash_mask;
  string->count = ~(int64_t)hash;
  return hash;
}

uint32_t trama_hash_key(TramaMachine *m, TramaSlot key, uint32_t kind) {
  switch (kind) {
    case trama_key_string: return hash_string(m, key.o);
    case trama_key_double:
      if (key.d == 0) key.d = 0;
      // fall through
    default: return (uint32_t)(key.u * UINT64_C(0x9E3779B97F4A7C15) >> 33);
  }
}

int64_t trama_table_find(TramaMachine *m, const TramaSlot *table, TramaSlot key, uint32_t kind) {
  const TramaObject *cells = table[0].o;
  if (!cells->count) return -1;
  const TramaSlot *keys = table[1].o->slots;
  uint64_t mask = (uint64_t)cells->count - 1;
  uint32_t hash = trama_hash_key(m, key, kind);
  for (uint64_t at = hash & mask;; at = (at + 1) & mask) {
    uint64_t cell = cells->slots[at].u;
    if (!cell) return -1;
    m->fuel--;
    if (cell >> 32 != hash) continue;
    int64_t place = (int64_t)(cell & UINT32_MAX) - 1;
    TramaSlot other = keys[place];
    switch (kind) {
      case trama_key_string:
        if (other.o == key.o || !memcmp(other.o->slots, key.o->slots, 2 * sizeof(TramaSlot)) ||
            m->equalStrings(other.o->slots, key.o->slots))
          return place;
        break;
      case trama_key_double:
        if (other.d == key.d) return place;
        break;
      default:
        if (other.u == key.u) return place;
    }
  }
}

static void put(TramaObject *cells, uint64_t cell) {
  uint64_t mask = (uint64_t)cells->count - 1;
  uint64_t at = cell >> 32 & mask;
  while (cells->slots[at].u) at = (at + 1) & mask;
  cells->slots[at].u = cell;
}

bool trama_table_add(TramaMachine *m, TramaSlot *table, uint32_t hash, int64_t place) {
  TramaObject *cells = table->o;
  if (2 * (place + 1) > cells->count) {
    if (place >= INT32_MAX) return false;
    int64_t capacity = cells->count ? 2 * cells->count : 8;
    while (capacity < 2 * (place + 1)) capacity *= 2;
    TramaObject *grown = trama_object_create(m, trama_kind_array, cells->layout, capacity);
    if (!grown) return false;
    memset(grown->slots, 0, (size_t)capacity * sizeof(TramaSlot));
    grown->count = capacity;
    m->fuel -= capacity;
    for (int64_t i = 0; i < cells->count; i++)
      if (cells->slots[i].u) put(grown, cells->slots[i].u);
    trama_release(m, cells);
    table->o = grown;
  } else if (!trama_array_make_unique(m, table)) {
    return false;
  }
  put(table->o, (uint64_t)hash << 32 | (uint64_t)(place + 1));
  return true;
}

// The cell of a place; it is there.
static uint64_t cell_of(const TramaObject *cells, uint32_t hash, int64_t place) {
  uint64_t mask = (uint64_t)cells->count - 1;
  uint64_t cell = (uint64_t)hash << 32 | (uint64_t)(place + 1);
  uint64_t at = hash & mask;
  for (int64_t steps = 0; steps < cells->count && cells->slots[at].u != cell; steps++) at = (at + 1) & mask;
  return at;
}

void trama_table_remove(TramaObject *cells, uint32_t hash, int64_t place) {
  if (!cells->count) return;
  uint64_t mask = (uint64_t)cells->count - 1;
  uint64_t hole = cell_of(cells, hash, place);
  // Those behind move up where that brings them no further than their own start.
  for (uint64_t at = (hole + 1) & mask; cells->slots[at].u; at = (at + 1) & mask) {
    uint64_t start = cells->slots[at].u >> 32 & mask;
    if (((at - start) & mask) >= ((at - hole) & mask)) {
      cells->slots[hole] = cells->slots[at];
      hole = at;
    }
  }
  cells->slots[hole].u = 0;
}

void trama_table_move(TramaObject *cells, uint32_t hash, int64_t from, int64_t to) {
  if (cells->count) cells->slots[cell_of(cells, hash, from)].u = (uint64_t)hash << 32 | (uint64_t)(to + 1);
}
