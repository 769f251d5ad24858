// The machine: creation, entry points, and what both loops share.
#define _GNU_SOURCE
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "internal.h"

const char *trama_op_name(int32_t op) {
  static const char *const names[] = {
#define X(name, operands, meaning) #name,
    TRAMA_INSTRUCTIONS(X)
#undef X
  };
  return op >= 0 && op < trama_op_count ? names[op] : "?";
}

const char *trama_op_operands(int32_t op) {
  static const char *const operand_kinds[] = {
#define X(name, operands, meaning) operands,
    TRAMA_INSTRUCTIONS(X)
#undef X
  };
  return op >= 0 && op < trama_op_count ? operand_kinds[op] : "___";
}

const char *trama_op_meaning(int32_t op) {
  static const char *const meanings[] = {
#define X(name, operands, meaning) meaning,
    TRAMA_INSTRUCTIONS(X)
#undef X
  };
  return op >= 0 && op < trama_op_count ? meanings[op] : "?";
}

const char *trama_unary_name(int32_t function) {
  static const char *const names[] = {
#define X(name, value, partial) #name,
    TRAMA_UNARY(X)
#undef X
  };
  return function >= 0 && function < trama_unary_count ? names[function] : "?";
}

const char *trama_binary_name(int32_t function) {
  static const char *const names[] = {
#define X(name, value, first, second) #name,
    TRAMA_BINARY(X)
#undef X
  };
  return function >= 0 && function < trama_binary_count ? names[function] : "?";
}

double trama_unary_value(int32_t function, double x) {
  switch (function) {
#define X(name, value, partial) case trama_unary_##name: return value;
    TRAMA_UNARY(X)
#undef X
    default: return NAN;
  }
}

double trama_binary_value(int32_t function, double x, double y) {
  switch (function) {
#define X(name, value, first, second) case trama_binary_##name: return value;
    TRAMA_BINARY(X)
#undef X
    default: return NAN;
  }
}

TramaMachine *trama_machine_create(int64_t stackSlots, int32_t frames) {
  TramaMachine *m = calloc(1, sizeof *m);
  if (!m) return NULL;
  // calloc of this size maps pages that are touched only when the stack grows into them.
  m->stack = calloc((size_t)stackSlots, sizeof(TramaSlot));
  m->frames = calloc((size_t)frames, sizeof(TramaFrame));
  if (!m->stack || !m->frames) {
    free(m->stack);
    free(m->frames);
    free(m);
    return NULL;
  }
  m->stackEnd = m->stack + stackSlots;
  m->depthLimit = frames;
  return m;
}

// Frees all that runs have made, the stack and its shadows aside: to map pages again costs more than all that most
// lessons compute.
static void clear(TramaMachine *m) {
  for (int64_t i = 0; i < m->shadowedCount; i++)
    if (m->shadowed[i]) free(m->shadowed[i]->shadow);
  trama_heap_destroy(m);
  free(m->shadowed);
  free(m->tape);
  free(m->adjoints);
  m->shadowed = NULL;
  m->tape = NULL;
  m->adjoints = NULL;
  m->shadowedCount = m->shadowedCapacity = 0;
  m->tapeCount = m->tapeCapacity = m->adjointCapacity = 0;
}

void trama_machine_clear(TramaMachine *m, int64_t globals) {
  clear(m);
  memset(m->stack, 0, (size_t)globals * sizeof(TramaSlot));
  m->recording = m->tapeIsFull = false;
  m->depth = m->nesting = m->pendingTrap = m->choices = 0;
  m->error = NULL;
  m->trapInstruction = NULL;
}

void trama_machine_destroy(TramaMachine *m) {
  clear(m);
  free(m->shadows);
  free(m->stack);
  free(m->frames);
  free(m);
}

// Copies a function's constants behind its parameters; `registers` is its frame.
static int32_t enter(TramaMachine *m, const TramaFunction *f, TramaSlot *registers) {
  if (registers + f->frameSlots > m->stackEnd) return trama_trap_stack;
  memcpy(registers + f->parameterSlots, f->constants, f->constantCount * sizeof(TramaSlot));
  if (m->recording)
    memset(m->shadows + (registers - m->stack) + f->parameterSlots, 0, f->constantCount * sizeof(int32_t));
  return trama_trap_none;
}

int32_t trama_run(TramaMachine *m, uint32_t function, TramaSlot *registers) {
  const TramaFunction *f = &m->functions[function];
  int32_t trap = enter(m, f, registers);
  if (trap) return trap;
  if (m->nesting >= trama_deepest_nesting) return trama_trap_nesting;
  if (m->nesting > 0) {
    // What the loop around is doing belongs to the call stack.
    if (m->depth >= m->depthLimit) return trama_trap_depth;
    m->frames[m->depth++] = (TramaFrame){m->pc, m->registers};
  }
  m->nesting++;
  trap = m->recording ? trama_loop_recording(m, f, registers) : trama_loop_plain(m, f, registers);
  m->nesting--;
  if (!trap && m->nesting > 0) m->depth--;
  return trap;
}

int32_t trama_run_closure(TramaMachine *m, TramaObject *closure, TramaSlot *registers) {
  uint32_t function = (uint32_t)closure->slots[0].i;
  registers[m->functions[function].parameterSlots - 1].o = closure;
  return trama_run(m, function, registers);
}

// Shifts as Swift's << and >> do: by more than the width gives 0 or the sign, by less than 0 shifts the other way.
static int64_t shift_left(int64_t x, int64_t by);

static int64_t shift_right(int64_t x, int64_t by) {
  if (by < 0) return by == INT64_MIN ? 0 : shift_left(x, -by);
  return by > 63 ? (x < 0 ? -1 : 0) : x >> by;
}

static int64_t shift_left(int64_t x, int64_t by) {
  if (by < 0) return by == INT64_MIN ? (x < 0 ? -1 : 0) : shift_right(x, -by);
  return by > 63 ? 0 : (int64_t)((uint64_t)x << by);
}

static uint64_t shift_right_unsigned(uint64_t x, int64_t by) {
  if (by < 0) return by < -63 ? 0 : x << -by;
  return by > 63 ? 0 : x >> by;
}

// The low bits of an integer, extended to 64 bits as its kind asks.
static int64_t wrap_integer(int64_t x, uint16_t kind) {
  switch (kind) {
    case trama_integer_8: return (int8_t)x;
    case trama_integer_16: return (int16_t)x;
    case trama_integer_32: return (int32_t)x;
    case trama_integer_u8: return (uint8_t)x;
    case trama_integer_u16: return (uint16_t)x;
    case trama_integer_u32: return (uint32_t)x;
    default: return x;
  }
}

// A sum that is no number stays the one that it is, as where it is the first operand of an addition; compilers take
// either order.
static inline double add_to(double sum, double product) {
  return trama_unlikely(sum != sum) ? sum : sum + product;
}

// An element that a loop over sums of products reads: always the same one, or the next each time.
typedef struct {
  const TramaObject *array;
  int64_t at;
  bool moves;
} Factor;

static inline Factor factor(
  const TramaSlot *r, const TramaInstruction *get, const TramaInstruction *step, uint32_t steps, uint16_t counter) {
  uint64_t offset = get->op == trama_op_arrayGetAfter ? 1 : get->op == trama_op_arrayGetBefore ? UINT64_MAX : 0;
  bool moves = get->c == counter;
  for (uint32_t i = 0; i < steps; i++) moves = moves || step[i].a == get->c;
  return (Factor){r[get->b].o, (int64_t)(r[get->c].u + offset), moves};
}

static inline bool is_inside(Factor factor, int64_t count) {
  return (uint64_t)factor.at < (uint64_t)factor.array->count &&
    (!factor.moves || count <= factor.array->count - factor.at);
}

// Functions of their own, so that all they need lies in registers.
__attribute__((noinline)) static double sum_products(double sum, Factor x, Factor y, int64_t count) {
  const TramaSlot *xs = x.array->slots + x.at, *ys = y.array->slots + y.at;
  int64_t xStep = x.moves, yStep = y.moves;
  for (int64_t i = 0; i < count; i++) {
    double product = xs[i * xStep].d * ys[i * yStep].d;
    sum = add_to(sum, product);
  }
  return sum;
}

// Puts a sum to which a product is added on the tape, which has room for two nodes; gives the sum's new node.
static inline int32_t record_product(
  TramaNode *tape, TramaNode **node, TramaValue sum, TramaValue left, TramaValue right, double product) {
  if (trama_likely(sum.node && (left.node | right.node))) {
    **node = (TramaNode){trama_tape_mulAdd, left.node, right.node, sum.node, left.value, right.value};
    return (int32_t)((*node)++ - tape);
  }
  if (left.node | right.node) {
    **node = (TramaNode){trama_tape_mul, left.node, right.node, 0, left.value, right.value};
    int32_t made = (int32_t)((*node)++ - tape);
    if (sum.value == 0) return made;
    **node = (TramaNode){trama_tape_add, 0, made, 0, sum.value, product};
    return (int32_t)((*node)++ - tape);
  }
  if (!sum.node) return 0;
  **node = (TramaNode){trama_tape_add, sum.node, 0, 0, sum.value, product};
  return (int32_t)((*node)++ - tape);
}

// The tape has room for one node more than there are products.
__attribute__((noinline)) static TramaValue record_products(
  TramaMachine *m, TramaValue sum, Factor x, Factor y, int64_t count) {
  const TramaSlot *xs = x.array->slots + x.at, *ys = y.array->slots + y.at;
  const int32_t none = 0;
  const int32_t *xNodes = x.array->shadow ? x.array->shadow->nodes + x.at : &none;
  const int32_t *yNodes = y.array->shadow ? y.array->shadow->nodes + y.at : &none;
  int64_t xStep = x.moves, yStep = y.moves;
  int64_t xNodeStep = x.array->shadow && x.moves, yNodeStep = y.array->shadow && y.moves;
  TramaNode *const tape = m->tape, *node = tape + m->tapeCount;
  for (int64_t i = 0; i < count; i++) {
    double left = xs->d, right = ys->d, product = left * right;
    sum.node = record_product(
      tape, &node, sum, (TramaValue){left, *xNodes}, (TramaValue){right, *yNodes}, product);
    sum.value = add_to(sum.value, product);
    xs += xStep;
    ys += yStep;
    xNodes += xNodeStep;
    yNodes += yNodeStep;
  }
  m->tapeCount = node - tape;
  return sum;
}

#define TRAMA_LOOP trama_loop_plain
#define RECORDING 0
#include "loop.inc"
#undef TRAMA_LOOP
#undef RECORDING

#define TRAMA_LOOP trama_loop_recording
#define RECORDING 1
#include "loop.inc"
