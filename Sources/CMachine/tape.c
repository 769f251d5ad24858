// Derivatives: the tape that the recording loop writes, and the sweeps over it.
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "internal.h"

bool trama_shadow_ensure(TramaMachine *m, TramaObject *object) {
  if (object->shadow) return true;
  if (m->shadowedCount == m->shadowedCapacity) {
    int64_t capacity = m->shadowedCapacity ? 2 * m->shadowedCapacity : 64;
    TramaObject **grown = realloc(m->shadowed, (size_t)capacity * sizeof *grown);
    if (!grown) return false;
    m->shadowed = grown;
    m->shadowedCapacity = capacity;
  }
  size_t slots = (size_t)object->capacity * m->layouts[object->layout].stride;
  TramaShadow *shadow = calloc(1, sizeof(TramaShadow) + slots * sizeof(int32_t));
  if (!shadow) return false;
  shadow->index = m->shadowedCount;
  m->shadowed[m->shadowedCount++] = object;
  object->shadow = shadow;
  return true;
}

void trama_shadow_drop(TramaMachine *m, TramaObject *object) {
  m->shadowed[object->shadow->index] = NULL;
  free(object->shadow);
  object->shadow = NULL;
}

bool trama_tape_grow(TramaMachine *m) {
  if (m->tapeCapacity >= m->tapeLimit) return false;
  int64_t capacity = m->tapeCapacity ? 2 * m->tapeCapacity : 1024;
  if (capacity > m->tapeLimit) capacity = m->tapeLimit;
  TramaNode *grown = realloc(m->tape, (size_t)capacity * sizeof *grown);
  if (!grown) return false;
  m->tape = grown;
  m->tapeCapacity = capacity;
  return true;
}

int32_t trama_recording_begin(
  TramaMachine *m, TramaRecording *recording, TramaSlot *registers, TramaValue *variables, int64_t count) {
  recording->isOutermost = !m->recording;
  recording->variables = count;
  if (recording->isOutermost) {
    if (!m->shadows) m->shadows = calloc((size_t)(m->stackEnd - m->stack), sizeof(int32_t));
    if (!m->shadows) return trama_trap_heap;
    // Slots below may hold nodes of an earlier recording.
    memset(m->shadows, 0, (size_t)(registers - m->stack) * sizeof(int32_t));
    m->tapeCount = 1;
    m->tapeIsFull = false;
    m->choices = 0;
  }
  recording->base = m->tapeCount - 1;
  while (m->tapeCapacity < m->tapeCount + count)
    if (!trama_tape_grow(m)) return trama_trap_tape;
  // No operation: the node of what depends on nothing.
  m->tape[0] = (TramaNode){trama_tape_copy, 0, 0, 0, 0, 0};
  for (int64_t i = 0; i < count; i++) {
    int32_t outer = recording->isOutermost ? 0 : variables[i].node;
    m->tape[m->tapeCount] = (TramaNode){trama_tape_copy, outer, 0, 0, variables[i].value, 0};
    variables[i].node = (int32_t)m->tapeCount++;
  }
  m->recording = true;
  return trama_trap_none;
}

void trama_recording_end(TramaMachine *m, TramaRecording *recording) {
  if (!recording->isOutermost) return;
  m->recording = false;
  for (int64_t i = 0; i < m->shadowedCount; i++) {
    TramaObject *object = m->shadowed[i];
    if (object) {
      free(object->shadow);
      object->shadow = NULL;
    }
  }
  m->shadowedCount = 0;
}

TramaValue trama_value_get(TramaMachine *m, TramaSlot *registers) {
  return (TramaValue){registers->d, m->recording ? m->shadows[registers - m->stack] : 0};
}

TramaValue trama_value_at(TramaMachine *m, TramaObject *array, int64_t index) {
  return (TramaValue){array->slots[index].d, array->shadow ? array->shadow->nodes[index] : 0};
}

void trama_value_put(TramaMachine *m, TramaSlot *registers, TramaValue value) {
  registers->d = value.value;
  if (m->recording) m->shadows[registers - m->stack] = value.node;
}

bool trama_value_set(TramaMachine *m, TramaObject *array, int64_t index, TramaValue value) {
  array->slots[index].d = value.value;
  if (!array->shadow && !value.node) return true;
  if (!trama_shadow_ensure(m, array)) return false;
  array->shadow->nodes[index] = value.node;
  return true;
}

// The rules as numbers. Z is the result, or what stands in the place of the second operand.
#define CONST(k) ((double)(k))
#define ADD(a, b) ((a) + (b))
#define SUB(a, b) ((a) - (b))
#define MUL(a, b) ((a) * (b))
#define DIV(a, b) ((a) / (b))
#define NEG(a) (-(a))
#define UNARY(f, a) trama_unary_value(trama_unary_##f, a)
#define BINARY(f, a, b) trama_binary_value(trama_binary_##f, a, b)
#define VALUE(a) (a)

static double first_number(uint32_t operation, double X, double Y, double Z, double V) {
#define PLAIN(name, first, second) case trama_tape_##name: return first;
#define ONE(name, value, rule) case trama_tape_unary + trama_unary_##name: return rule;
#define TWO(name, value, first, second) case trama_tape_binary + trama_binary_##name: return first;
  switch (operation) {
    TRAMA_ARITHMETIC(PLAIN)
    TRAMA_UNARY(ONE)
    TRAMA_BINARY(TWO)
    default: return NAN;
  }
#undef PLAIN
#undef ONE
#undef TWO
}

static double second_number(uint32_t operation, double X, double Y, double Z, double V) {
#define PLAIN(name, first, second) case trama_tape_##name: return second;
#define TWO(name, value, first, second) case trama_tape_binary + trama_binary_##name: return second;
  switch (operation) {
    TRAMA_ARITHMETIC(PLAIN)
    TRAMA_BINARY(TWO)
    default: return NAN;
  }
#undef PLAIN
#undef TWO
}

#undef CONST
#undef ADD
#undef SUB
#undef MUL
#undef DIV
#undef NEG
#undef UNARY
#undef BINARY
#undef VALUE

// The result of a function of two Doubles, of which the tape has only the operands; of one Double, what it has.
static double result(const TramaNode *node) {
  if (node->operation < trama_tape_binary) return node->right;
  return trama_binary_value((int32_t)(node->operation - trama_tape_binary), node->left, node->right);
}

// Adds an operation to the tape, unless its result does not depend on anything there.
static TramaValue record(TramaMachine *m, uint32_t operation, TramaValue a, TramaValue b) {
  double value;
  switch (operation) {
    case trama_tape_add: value = a.value + b.value; break;
    case trama_tape_sub: value = a.value - b.value; break;
    case trama_tape_mul: value = a.value * b.value; break;
    case trama_tape_div: value = a.value / b.value; break;
    case trama_tape_neg: value = -a.value; break;
    default:
      value = operation < trama_tape_binary
        ? trama_unary_value((int32_t)(operation - trama_tape_unary), a.value)
        : trama_binary_value((int32_t)(operation - trama_tape_binary), a.value, b.value);
  }
  if (!(a.node | b.node)) return (TramaValue){value, 0};
  if (operation == trama_tape_binary + trama_binary_pow && !b.node) {
    // The derivatives of a power come to an end, also at 0.
    if (b.value == 0) return (TramaValue){1, 0};
    if (b.value == 1) return a;
  }
  // What a constant 0 or 1 leaves unchanged needs no node.
  if (operation == trama_tape_mul) {
    if (!a.node && a.value == 1) return b;
    if (!b.node && b.value == 1) return a;
    if ((!a.node && a.value == 0) || (!b.node && b.value == 0)) return (TramaValue){value, 0};
  } else if (operation == trama_tape_add) {
    if (!a.node && a.value == 0) return b;
    if (!b.node && b.value == 0) return a;
  }
  if (m->tapeCount == m->tapeCapacity && !trama_tape_grow(m)) {
    m->tapeIsFull = true;
    return (TramaValue){value, 0};
  }
  bool isUnary = operation >= trama_tape_unary && operation < trama_tape_binary;
  m->tape[m->tapeCount] = (TramaNode){operation, a.node, b.node, 0, a.value, isUnary ? value : b.value};
  return (TramaValue){value, (int32_t)m->tapeCount++};
}

TramaValue trama_value_with_slope(TramaMachine *m, TramaValue value, TramaValue by, TramaValue slope) {
  if (!m->recording || !by.node) return value;
  if (m->tapeCount == m->tapeCapacity && !trama_tape_grow(m)) {
    m->tapeIsFull = true;
    return value;
  }
  m->tape[m->tapeCount] = (TramaNode){trama_tape_slope, by.node, slope.node, 0, value.value, slope.value};
  TramaValue part = {value.value, (int32_t)m->tapeCount++};
  if (!value.node) return part;
  TramaValue sum = record(m, trama_tape_add, value, part);
  return (TramaValue){value.value, sum.node};
}

// The rules as operations on the tape.
static const TramaValue nothing = {0, 0};
#define CONST(k) ((TramaValue){(k), 0})
#define ADD(a, b) record(m, trama_tape_add, a, b)
#define SUB(a, b) record(m, trama_tape_sub, a, b)
#define MUL(a, b) record(m, trama_tape_mul, a, b)
#define DIV(a, b) record(m, trama_tape_div, a, b)
#define NEG(a) record(m, trama_tape_neg, a, nothing)
#define UNARY(f, a) record(m, trama_tape_unary + trama_unary_##f, a, nothing)
#define BINARY(f, a, b) record(m, trama_tape_binary + trama_binary_##f, a, b)
#define VALUE(a) (a).value

static TramaValue first_value(
  TramaMachine *m, uint32_t operation, TramaValue X, TramaValue Y, TramaValue Z, TramaValue V) {
  if (operation == trama_tape_unary + trama_unary_abs) m->choices |= X.node;
#define PLAIN(name, first, second) case trama_tape_##name: return first;
#define ONE(name, value, rule) case trama_tape_unary + trama_unary_##name: return rule;
#define TWO(name, value, first, second) case trama_tape_binary + trama_binary_##name: return first;
  switch (operation) {
    TRAMA_ARITHMETIC(PLAIN)
    TRAMA_UNARY(ONE)
    TRAMA_BINARY(TWO)
    default: return nothing;
  }
#undef PLAIN
#undef ONE
#undef TWO
}

static TramaValue second_value(
  TramaMachine *m, uint32_t operation, TramaValue X, TramaValue Y, TramaValue Z, TramaValue V) {
#define PLAIN(name, first, second) case trama_tape_##name: return second;
#define TWO(name, value, first, second) case trama_tape_binary + trama_binary_##name: return second;
  switch (operation) {
    TRAMA_ARITHMETIC(PLAIN)
    TRAMA_BINARY(TWO)
    default: return nothing;
  }
#undef PLAIN
#undef TWO
}

int32_t trama_fused_multiply_add(TramaMachine *m, TramaSlot *registers) {
  TramaValue x = trama_value_get(m, registers), y = trama_value_get(m, registers + 1);
  TramaValue z = trama_value_get(m, registers + 2);
  // Rounding once instead of twice changes the value, not the derivatives.
  TramaValue result = {fma(x.value, y.value, z.value), ADD(MUL(x, y), z).node};
  trama_value_put(m, registers, result);
  return m->recording && m->tapeIsFull ? trama_trap_tape : trama_trap_none;
}

// Room for `count` numbers, all 0.
static double *adjoints(TramaMachine *m, int64_t count) {
  if (m->adjointCapacity < count) {
    double *grown = realloc(m->adjoints, (size_t)count * sizeof *grown);
    if (!grown) return NULL;
    m->adjoints = grown;
    m->adjointCapacity = count;
  }
  memset(m->adjoints, 0, (size_t)count * sizeof(double));
  return m->adjoints;
}

// An outermost sweep gives numbers.
static int32_t sweep_numbers(
  TramaMachine *m, const TramaRecording *recording, int32_t from, TramaValue *derivatives) {
  int64_t count = recording->variables;
  double *adjoint = adjoints(m, (int64_t)from + 1);
  if (!adjoint) return trama_trap_heap;
  adjoint[from] = 1;
  const TramaNode *node = &m->tape[from];
  for (int64_t i = from; i > count; i--, node--) {
    double V = adjoint[i];
    if (V == 0) continue;
    int32_t first = node->first, second = node->second;
    double X = node->left, Y = node->right;
    switch (node->operation) {
      case trama_tape_add:
        if (first) adjoint[first] += V;
        if (second) adjoint[second] += V;
        break;
      case trama_tape_mul:
        if (first) adjoint[first] += Y * V;
        if (second) adjoint[second] += X * V;
        break;
      case trama_tape_mulAdd:
        adjoint[node->sum] += V;
        if (first) adjoint[first] += Y * V;
        if (second) adjoint[second] += X * V;
        break;
      default: {
        double Z = result(node);
        if (first) adjoint[first] += first_number(node->operation, X, Y, Z, V);
        if (second) adjoint[second] += second_number(node->operation, X, Y, Z, V);
      }
    }
  }
  for (int64_t i = 0; i < count && i < from; i++) derivatives[i].value = adjoint[i + 1];
  m->fuel -= from;
  return trama_trap_none;
}

// A sweep inside another recording is recorded itself.
static int32_t sweep_values(
  TramaMachine *m, const TramaRecording *recording, int32_t from, TramaValue *derivatives) {
  int64_t base = recording->base, count = recording->variables;
  TramaValue *adjoint = calloc((size_t)(from - base) + 1, sizeof *adjoint);
  bool *isSet = calloc((size_t)(from - base) + 1, sizeof *isSet);
  if (!adjoint || !isSet) {
    free(adjoint);
    free(isSet);
    return trama_trap_heap;
  }
  adjoint[from - base].value = 1;
  isSet[from - base] = true;
  for (int64_t i = from; i > base + count; i--) {
    if (!isSet[i - base]) continue;
    // Recording moves the tape.
    const TramaNode node = m->tape[i];
    TramaValue X = {node.left, node.first}, V = adjoint[i - base], parts[3];
    bool isUnary = node.operation >= trama_tape_unary && node.operation < trama_tape_binary;
    TramaValue Y = {node.right, node.second}, Z = {isUnary ? node.right : result(&node), (int32_t)i};
    int32_t parents[3] = {node.first, node.second, node.sum};
    if (parents[0] > base) parts[0] = first_value(m, node.operation, X, Y, Z, V);
    if (parents[1] > base) parts[1] = second_value(m, node.operation, X, Y, Z, V);
    parts[2] = V;
    for (int side = 0; side < 3; side++) {
      int64_t place = parents[side] - base;
      if (place <= 0) continue;
      adjoint[place] = isSet[place] ? ADD(adjoint[place], parts[side]) : parts[side];
      isSet[place] = true;
    }
    m->fuel -= 4;
  }
  for (int64_t i = 0; i < count && base + i < from; i++) derivatives[i] = adjoint[i + 1];
  free(adjoint);
  free(isSet);
  return m->tapeIsFull ? trama_trap_tape : trama_trap_none;
}

int32_t trama_sweep_back(
  TramaMachine *m, const TramaRecording *recording, TramaValue of, TramaValue *derivatives) {
  for (int64_t i = 0; i < recording->variables; i++) derivatives[i] = nothing;
  // What comes from before the recording does not depend on its variables.
  if (of.node <= recording->base) return trama_trap_none;
  return recording->isOutermost ? sweep_numbers(m, recording, of.node, derivatives)
                                : sweep_values(m, recording, of.node, derivatives);
}

int32_t trama_sweep_forth(
  TramaMachine *m, const TramaRecording *recording, int64_t variable, const TramaValue *of, int64_t count,
  double *derivatives) {
  int64_t base = recording->base, end = m->tapeCount;
  double *tangent = adjoints(m, end - base);
  if (!tangent) return trama_trap_heap;
  tangent[1 + variable] = 1;
  for (int64_t i = base + recording->variables + 1; i < end; i++) {
    const TramaNode *node = &m->tape[i];
    double X = node->left, Y = node->right, Z = result(node), sum = 0;
    int64_t first = node->first - base, second = node->second - base, added = node->sum - base;
    if (first > 0 && tangent[first] != 0) sum += first_number(node->operation, X, Y, Z, tangent[first]);
    if (second > 0 && tangent[second] != 0)
      sum += second_number(node->operation, X, Y, Z, tangent[second]);
    if (added > 0) sum += tangent[added];
    tangent[i - base] = sum;
  }
  for (int64_t i = 0; i < count; i++) derivatives[i] = of[i].node > base ? tangent[of[i].node - base] : 0;
  m->fuel -= end - base;
  return trama_trap_none;
}
