// The heap: size-class free lists in slabs that the machine owns, so that whatever a trap leaves behind is freed
// with the machine.
#include <stdlib.h>
#include <string.h>
#include "internal.h"

enum { slab_bytes = 1 << 16, granule = 16, largest_class = 63 * granule };

typedef struct TramaSlab {
  struct TramaSlab *next;
  uint32_t block_bytes;
  uint32_t used;  // bytes handed out so far
  _Alignas(16) char blocks[];
} TramaSlab;

// A free block: its first field lies where an object counts its references.
typedef struct TramaFree {
  int64_t references;
  struct TramaFree *next;
} TramaFree;

typedef struct TramaLarge {
  struct TramaLarge *next, *previous;
  int64_t bytes;
  int64_t padding;
  _Alignas(16) char block[];
} TramaLarge;

// A block of a size class: a freed one, or the next of the class's latest slab, whose pages are not touched before.
static TramaObject *take_small(TramaMachine *m, size_t class) {
  TramaFree *free_block = m->freeLists[class];
  if (free_block) {
    m->freeLists[class] = free_block->next;
    return (TramaObject *)free_block;
  }
  uint32_t bytes = (uint32_t)(class * granule);
  TramaSlab *slab = m->openSlabs[class];
  if (!slab || slab->used + bytes > slab_bytes - sizeof(TramaSlab)) {
    slab = malloc(slab_bytes);
    if (!slab) return NULL;
    slab->next = m->slabs;
    slab->block_bytes = bytes;
    slab->used = 0;
    m->slabs = slab;
    m->openSlabs[class] = slab;
  }
  TramaObject *object = (TramaObject *)(slab->blocks + slab->used);
  slab->used += bytes;
  return object;
}

static size_t object_bytes(uint32_t stride, int64_t capacity) {
  return sizeof(TramaObject) + (size_t)capacity * stride * sizeof(TramaSlot);
}

static TramaObject *allocate(TramaMachine *m, size_t bytes) {
  size_t class = (bytes + granule - 1) / granule;
  if (class < 3) class = 4;
  size_t rounded = class * granule;
  if (m->heapUsed + (int64_t)rounded > m->heapLimit) return NULL;
  TramaObject *object;
  if (rounded <= largest_class) {
    object = take_small(m, class);
    if (!object) return NULL;
  } else {
    TramaLarge *large = malloc(sizeof(TramaLarge) + rounded);
    if (!large) return NULL;
    large->bytes = (int64_t)rounded;
    large->previous = NULL;
    large->next = m->large;
    if (m->large) m->large->previous = large;
    m->large = large;
    object = (TramaObject *)large->block;
  }
  m->heapUsed += (int64_t)rounded;
  return object;
}

static void deallocate(TramaMachine *m, TramaObject *object, size_t bytes) {
  size_t class = (bytes + granule - 1) / granule;
  if (class < 3) class = 4;
  size_t rounded = class * granule;
  m->heapUsed -= (int64_t)rounded;
  object->references = 0;
  if (rounded <= largest_class) {
    TramaFree *block = (TramaFree *)object;
    block->next = m->freeLists[class];
    m->freeLists[class] = block;
  } else {
    TramaLarge *large = (TramaLarge *)((char *)object - offsetof(TramaLarge, block));
    if (large->previous) large->previous->next = large->next; else m->large = large->next;
    if (large->next) large->next->previous = large->previous;
    free(large);
  }
}

TramaObject *trama_object_create(TramaMachine *m, uint32_t kind, uint32_t layout, int64_t capacity) {
  uint32_t stride = m->layouts[layout].stride;
  if (capacity < 0 || capacity > m->heapLimit / (int64_t)sizeof(TramaSlot) / (stride ? stride : 1)) return NULL;
  TramaObject *object = allocate(m, object_bytes(stride, capacity));
  if (!object) return NULL;
  object->references = 1;
  object->layout = layout;
  object->kind = kind;
  object->count = kind == trama_kind_array ? 0 : 1;
  object->capacity = capacity;
  object->shadow = NULL;
  object->weak = NULL;
  if (kind != trama_kind_array) memset(object->slots, 0, (size_t)capacity * stride * sizeof(TramaSlot));
  return object;
}

void trama_retain(TramaObject *object) {
  if (object) object->references += 1;
}

void trama_release(TramaMachine *m, TramaObject *object) {
  if (object && --object->references == 0) trama_release_slow(m, object);
}

static void push_dying(TramaMachine *m, TramaObject *object) {
  if (m->dyingCount == m->dyingCapacity) {
    int64_t capacity = m->dyingCapacity ? 2 * m->dyingCapacity : 64;
    TramaObject **grown = realloc(m->dying, (size_t)capacity * sizeof *grown);
    if (!grown) return;  // it stays until the machine goes
    m->dying = grown;
    m->dyingCapacity = capacity;
  }
  m->dying[m->dyingCount++] = object;
}

// The registers behind all that are in use.
static TramaSlot *free_registers(TramaMachine *m) {
  for (int32_t i = 0; i < m->functionCount; i++) {
    const TramaFunction *f = &m->functions[i];
    if (f->code && m->pc >= f->code && m->pc < f->code + f->codeCount) return m->registers + f->frameSlots + 64;
  }
  return NULL;
}

// Runs the `deinit` of an instance that nothing refers to any more; it is kept for that time.
static void deinitialize(TramaMachine *m, TramaObject *object) {
  int64_t type = object->slots[0].i;
  if (m->dispatchColumns == 0 || type < 0 || type >= m->dispatchRows) return;
  int32_t function = m->dispatch[type * m->dispatchColumns];
  if (function < 0 || m->pendingTrap) return;
  const TramaInstruction *pc = m->pc;
  TramaSlot *registers = m->registers, *base = free_registers(m);
  if (!base || base + 8 > m->stackEnd) {
    m->pendingTrap = trama_trap_stack;
    return;
  }
  object->references = 1;
  base[0].o = object;
  m->pendingTrap = trama_run(m, (uint32_t)function, base);
  m->pc = pc;
  m->registers = registers;
  object->references = 0;
}

// Frees an object and all that dies with it, without recursion: a list of a million links is one loop.
void trama_release_slow(TramaMachine *m, TramaObject *object) {
  int64_t floor = m->dyingCount;
  push_dying(m, object);
  while (m->dyingCount > floor) {
    TramaObject *dead = m->dying[--m->dyingCount];
    const TramaLayout *layout = &m->layouts[dead->layout];
    if (dead->kind == trama_kind_instance) deinitialize(m, dead);
    if (dead->weak) {
      dead->weak->slots[0].o = NULL;
      TramaObject *cell = dead->weak;
      dead->weak = NULL;
      if (--cell->references == 0) push_dying(m, cell);
    }
    if (dead->kind == trama_kind_string) {
      m->destroyString(m, dead->slots);
    } else if (layout->referenceCount) {
      // What is pushed last dies first: the parts go in the order of their declaration.
      for (int64_t i = dead->count; i-- > 0;) {
        TramaSlot *element = dead->slots + i * layout->stride;
        for (uint32_t r = layout->referenceCount; r-- > 0;) {
          TramaObject *child = element[layout->references[r]].o;
          if (child && --child->references == 0) push_dying(m, child);
        }
      }
    }
    if (dead->shadow) trama_shadow_drop(m, dead);
    deallocate(m, dead, object_bytes(layout->stride, dead->capacity));
  }
}

// Gives `array` a copy of its own with room for `capacity` elements.
static bool copy_array(TramaMachine *m, TramaSlot *array, int64_t capacity) {
  TramaObject *old = array->o;
  const TramaLayout *layout = &m->layouts[old->layout];
  TramaObject *copy = trama_object_create(m, trama_kind_array, old->layout, capacity);
  if (!copy) return false;
  copy->count = old->count;
  size_t slots = (size_t)old->count * layout->stride;
  memcpy(copy->slots, old->slots, slots * sizeof(TramaSlot));
  if (old->shadow) {
    if (!trama_shadow_ensure(m, copy)) {
      copy->count = 0;
      trama_release(m, copy);
      return false;
    }
    memcpy(copy->shadow->nodes, old->shadow->nodes, slots * sizeof(int32_t));
  }
  m->fuel -= old->count;
  if (old->references == 1) {
    old->count = 0;  // its elements have moved
  } else if (layout->referenceCount) {
    for (int64_t i = 0; i < copy->count; i++)
      for (uint32_t r = 0; r < layout->referenceCount; r++)
        trama_retain(copy->slots[i * layout->stride + layout->references[r]].o);
  }
  array->o = copy;
  trama_release(m, old);
  return true;
}

bool trama_array_make_unique(TramaMachine *m, TramaSlot *array) {
  return array->o->references == 1 || copy_array(m, array, array->o->count);
}

// Makes `array` unique with room for one more element.
bool trama_array_grow(TramaMachine *m, TramaSlot *array) {
  int64_t count = array->o->count;
  return copy_array(m, array, count < 4 ? 4 : count * 2);
}

void trama_array_remove_last(TramaMachine *m, TramaObject *array) {
  const TramaLayout *layout = &m->layouts[array->layout];
  TramaSlot *element = array->slots + --array->count * layout->stride;
  for (uint32_t r = 0; r < layout->referenceCount; r++) trama_release(m, element[layout->references[r]].o);
}

void trama_array_move(TramaMachine *m, TramaObject *array, int64_t from, int64_t to) {
  uint32_t stride = m->layouts[array->layout].stride;
  int64_t first = (from < to ? from : to) * stride, last = ((from < to ? to : from) + 1) * (int64_t)stride - 1;
  TramaSlot *slots = array->slots;
  int32_t *nodes = array->shadow ? array->shadow->nodes : NULL;
  size_t moved = (size_t)(last - first);
  m->fuel -= (int64_t)moved * stride / 16;
  int64_t out = from < to ? first : last, in = from < to ? last : first;
  int64_t source = from < to ? first + 1 : first, target = from < to ? first : first + 1;
  // One slot of the element after the other goes around.
  for (uint32_t s = 0; s < stride; s++) {
    TramaSlot kept = slots[out];
    memmove(slots + target, slots + source, moved * sizeof *slots);
    slots[in] = kept;
    if (!nodes) continue;
    int32_t node = nodes[out];
    memmove(nodes + target, nodes + source, moved * sizeof *nodes);
    nodes[in] = node;
  }
}

void trama_heap_destroy(TramaMachine *m) {
  for (TramaSlab *slab = m->slabs, *next; slab; slab = next) {
    next = slab->next;
    for (uint32_t at = 0; at < slab->used; at += slab->block_bytes) {
      TramaObject *object = (TramaObject *)(slab->blocks + at);
      if (object->references > 0 && object->kind == trama_kind_string) m->destroyString(m, object->slots);
    }
    free(slab);
  }
  for (TramaLarge *large = m->large, *next; large; large = next) {
    next = large->next;
    free(large);
  }
  free(m->dying);
  m->slabs = NULL;
  m->large = NULL;
  memset(m->freeLists, 0, sizeof m->freeLists);
  memset(m->openSlabs, 0, sizeof m->openSlabs);
  m->dying = NULL;
  m->dyingCount = m->dyingCapacity = 0;
  m->heapUsed = 0;
}
