// The core of the machine that runs cells: its instruction table, its heap and its loop.
//
// Everything here is plain C so that dispatch is a computed goto; Swift owns the machine,
// builds programs for it, and does whatever is not hot through the host callback.
#ifndef TRAMA_CMACHINE_H
#define TRAMA_CMACHINE_H

#include <stdint.h>
#include <stddef.h>
#include <stdbool.h>

// The instruction table. X(name, operands, meaning).
//
// `operands` has one letter for each of the fields a, b and c:
//   W register written      R register read        M register read and written
//   I signed immediate      U unsigned immediate   J jump distance (in c)
//   K 32-bit immediate, j 32-bit jump distance, F function, H host function (each in b and c)
//   G global                T layout               B first register of a call's arguments and results
//   _ unused
#define TRAMA_INSTRUCTIONS(X) \
  X(halt, "___", "ends the run") \
  X(mov, "WR_", "a = b") \
  X(mov2, "WR_", "a, a+1 = b, b+1") \
  X(movN, "WRU", "c slots from b to a") \
  X(zero, "WU_", "b slots from a = 0") \
  X(constI, "WKK", "a = immediate") \
  X(loadGlobal, "WG_", "a = global b") \
  X(storeGlobal, "RG_", "global b = a") \
  X(addI, "WRR", "a = b + c, or overflow trap") \
  X(subI, "WRR", "a = b - c, or overflow trap") \
  X(mulI, "WRR", "a = b * c, or overflow trap") \
  X(divI, "WRR", "a = b / c, or trap") \
  X(remI, "WRR", "a = b % c, or trap") \
  X(addImmediateI, "WRI", "a = b + c, or overflow trap") \
  X(negI, "WR_", "a = -b, or overflow trap") \
  X(absI, "WR_", "a = |b|, or overflow trap") \
  X(addWrapI, "WRR", "a = b &+ c") \
  X(subWrapI, "WRR", "a = b &- c") \
  X(mulWrapI, "WRR", "a = b &* c") \
  X(andI, "WRR", "a = b & c") \
  X(orI, "WRR", "a = b | c") \
  X(xorI, "WRR", "a = b ^ c") \
  X(shlI, "WRR", "a = b << c (smart shift)") \
  X(shrI, "WRR", "a = b >> c (smart shift)") \
  X(notI, "WR_", "a = ~b") \
  X(eqI, "WRR", "a = b == c") \
  X(neI, "WRR", "a = b != c") \
  X(ltI, "WRR", "a = b < c") \
  X(leI, "WRR", "a = b <= c") \
  X(notB, "WR_", "a = !b") \
  X(addF, "WRR", "a = b + c") \
  X(subF, "WRR", "a = b - c") \
  X(mulF, "WRR", "a = b * c") \
  X(divF, "WRR", "a = b / c") \
  X(mulAddF, "MRR", "a += b * c, both rounded") \
  X(mulThenAddF, "WRR", "a = b * c, and the addF behind it, whose b is a") \
  X(mulThenSubF, "WRR", "a = b * c, and the subF behind it, whose b is a") \
  X(negF, "WR_", "a = -b") \
  X(eqF, "WRR", "a = b == c") \
  X(neF, "WRR", "a = b != c") \
  X(ltF, "WRR", "a = b < c") \
  X(leF, "WRR", "a = b <= c") \
  X(minF, "WRR", "a = min(b, c), the first of equals") \
  X(maxF, "WRR", "a = max(b, c), the second of equals") \
  X(unaryF, "WRU", "a = elementary function c of b") \
  X(binaryF, "WRU", "a = elementary function c of b and b+1") \
  X(intToF, "WR_", "a = Double(b)") \
  X(fToInt, "WR_", "a = Int(b), or trap") \
  X(addU, "WRR", "a = b + c unsigned, or overflow trap") \
  X(subU, "WRR", "a = b - c unsigned, or overflow trap") \
  X(mulU, "WRR", "a = b * c unsigned, or overflow trap") \
  X(divU, "WRR", "a = b / c unsigned, or trap") \
  X(remU, "WRR", "a = b % c unsigned, or trap") \
  X(shrU, "WRR", "a = b >> c unsigned (smart shift)") \
  X(ltU, "WRR", "a = b < c unsigned") \
  X(leU, "WRR", "a = b <= c unsigned") \
  X(fit, "WRU", "a = b where it fits integers of kind c, or overflow trap") \
  X(fitU, "WRU", "the same for an unsigned b") \
  X(wrap, "WRU", "a = the low bits of b as an integer of kind c") \
  X(uToF, "WR_", "a = Double(b) unsigned") \
  X(fToU, "WR_", "a = UInt64(b), or trap") \
  X(single, "WR_", "a = b rounded to 32 bits") \
  X(jump, "_jj", "jumps") \
  X(jumpTrue, "Rjj", "jumps if a") \
  X(jumpFalse, "Rjj", "jumps unless a") \
  X(jumpEqI, "RRJ", "jumps if a == b") \
  X(jumpNeI, "RRJ", "jumps if a != b") \
  X(jumpLtI, "RRJ", "jumps if a < b") \
  X(jumpLeI, "RRJ", "jumps if a <= b") \
  X(jumpEqImmediateI, "RIJ", "jumps if a == immediate b") \
  X(jumpNeImmediateI, "RIJ", "jumps if a != immediate b") \
  X(jumpLtImmediateI, "RIJ", "jumps if a < immediate b") \
  X(jumpGeImmediateI, "RIJ", "jumps if a >= immediate b") \
  X(jumpLeImmediateI, "RIJ", "jumps if a <= immediate b") \
  X(jumpGtImmediateI, "RIJ", "jumps if a > immediate b") \
  X(jumpEqF, "RRJ", "jumps if a == b") \
  X(jumpNeF, "RRJ", "jumps if a != b") \
  X(jumpLtF, "RRJ", "jumps if a < b") \
  X(jumpLeF, "RRJ", "jumps if a <= b") \
  X(jumpNotLtF, "RRJ", "jumps unless a < b") \
  X(jumpNotLeF, "RRJ", "jumps unless a <= b") \
  X(nextLtI, "MRJ", "a += 1; jumps if a < b") \
  X(sumProducts, "U__", "runs the loop behind it to its end if nothing in it can trap; a indices count along") \
  X(retain, "R__", "counts one more reference to a") \
  X(release, "R__", "counts one less, and frees at zero") \
  X(check, "R__", "traps if a holds no reference: nothing yet, or being changed elsewhere") \
  X(arrayNew, "WTR", "a = empty array of layout b with room for c elements") \
  X(arrayCount, "WR_", "a = number of elements of b") \
  X(arrayGet, "WRR", "a = b[c], one slot, or trap") \
  X(arrayGetAfter, "WRR", "a = b[c + 1], one slot, or trap") \
  X(arrayGetBefore, "WRR", "a = b[c - 1], one slot, or trap") \
  X(arraySet, "MRR", "a[b] = c, one slot, a made unique, or trap") \
  X(arrayAppend, "MR_", "appends slot b to a, a made unique") \
  X(arrayGetN, "WRR", "a… = b[c], all slots of the element, or trap") \
  X(arraySetN, "MRR", "a[b] = c…, the old element released, or trap") \
  X(arrayTakeN, "WMR", "a… = b[c], whose references become nil; b made unique; or trap") \
  X(arrayAppendN, "MR_", "appends the element at b… to a, a made unique") \
  X(hashKey, "WRU", "a = hash of the key at b, of kind c") \
  X(tableFindBits, "WRR", "a = place of the key c in the table of keys at b, or -1") \
  X(tableFindDouble, "WRR", "the same for a Double") \
  X(tableFindString, "WRR", "the same for a string") \
  X(tableAdd, "MRR", "adds place c under hash b to the table a, made unique") \
  X(objectNew, "WT_", "a = object of layout b, all slots 0") \
  X(objectGet, "WRU", "a = slot c of object b") \
  X(objectSet, "RUR", "slot b of object a = c") \
  X(instanceNew, "WT_", "a = instance of layout b, all slots 0") \
  X(typeHas, "WRU", "a = whether the type of object b has a function in dispatch slot c") \
  X(callDynamic, "BKK", "calls the function that the type of object a has in a dispatch slot") \
  X(weakNew, "WR_", "a = a cell that refers to instance b, or 0, without keeping it") \
  X(weakGet, "WR_", "a, a+1 = whether the cell b still refers to an instance, and the instance, counted") \
  X(call, "BFF", "calls a function") \
  X(callClosure, "BR_", "calls the closure in b") \
  X(host, "BHH", "calls a host function") \
  X(ret0, "___", "returns nothing") \
  X(ret, "R__", "returns slot a") \
  X(retN, "RU_", "returns b slots from a") \
  X(throwError, "R__", "an error is on its way: the box in a, which is no longer counted here") \
  X(takeError, "W__", "a = the error on its way, which ends there") \
  X(jumpUnlessError, "_jj", "jumps if no error is on its way") \
  X(trap, "UK_", "traps for reason a")

typedef enum {
#define X(name, operands, meaning) trama_op_##name,
  TRAMA_INSTRUCTIONS(X)
#undef X
  trama_op_count
} TramaOpcode;

// Why a run ended. X(name)
#define TRAMA_TRAPS(X) \
  X(none) \
  X(integerOverflow) \
  X(divisionByZero) \
  X(indexOutOfRange) \
  X(doubleToInt) \
  X(fuel) \
  X(heap) \
  X(depth) \
  X(stack) \
  X(nesting) \
  X(tape) \
  X(invalidRange) \
  X(negativeCount) \
  X(emptyCollection) \
  X(zeroStride) \
  X(unwrappedNil) \
  X(negativeShift) \
  X(noValue) \
  X(failedCast) \
  X(unreachable) \
  X(host)

typedef enum {
#define X(name) trama_trap_##name,
  TRAMA_TRAPS(X)
#undef X
  trama_trap_count
} TramaTrap;

// The rules of derivatives. Each says what an operation's adjoint V gives its operands; the same formula takes a
// tangent V of an operand to that of the result. X and Y stand for the operands, Z for the result. Formulas are
// written with ADD, SUB, MUL, DIV, NEG, CONST and the functions of UNARY and BINARY, so that they can be read as
// numbers or as operations to record. Where Swift's _Differentiation has a rule, it is this one, operation by operation;
// where that one overflows or cancels, an equal one that does not.

// Whether sums of squares of x and their squares keep all digits.
static inline bool trama_squares(double x) {
  double size = x < 0 ? -x : x;
  return size > 1e-75 && size < 1e75;
}
// The same for large x.
static inline bool trama_is_small(double x) { return x < 1e75 && x > -1e75; }

// Elementary functions of one Double. X(name, value of x, rule)
#define TRAMA_UNARY(X_) \
  X_(sqrt, sqrt(x), DIV(V, MUL(CONST(2), Z))) \
  X_(exp, exp(x), MUL(Z, V)) \
  X_(exp2, exp2(x), MUL(MUL(V, CONST(M_LN2)), Z)) \
  X_(expm1, expm1(x), MUL(UNARY(exp, X), V)) \
  X_(log, log(x), DIV(V, X)) \
  X_(log2, log2(x), DIV(V, MUL(CONST(M_LN2), X))) \
  X_(log10, log10(x), DIV(MUL(V, CONST(M_LOG10E)), X)) \
  X_(log1p, log1p(x), DIV(V, ADD(X, CONST(1)))) \
  X_(sin, sin(x), MUL(V, UNARY(cos, X))) \
  X_(cos, cos(x), MUL(NEG(V), UNARY(sin, X))) \
  X_(tan, tan(x), MUL(V, ADD(CONST(1), MUL(Z, Z)))) \
  X_(asin, asin(x), DIV(V, UNARY(sqrt, SUB(CONST(1), MUL(X, X))))) \
  X_(acos, acos(x), DIV(NEG(V), UNARY(sqrt, SUB(CONST(1), MUL(X, X))))) \
  X_(atan, atan(x), (trama_is_small(VALUE(X)) \
     ? DIV(V, ADD(CONST(1), MUL(X, X))) : DIV(DIV(V, X), ADD(X, DIV(CONST(1), X))))) \
  X_(sinh, sinh(x), MUL(V, UNARY(cosh, X))) \
  X_(cosh, cosh(x), MUL(V, UNARY(sinh, X))) \
  X_(tanh, tanh(x), (VALUE(Z) > -0.99 && VALUE(Z) < 0.99 \
     ? MUL(V, SUB(CONST(1), MUL(Z, Z))) : DIV(DIV(V, UNARY(cosh, X)), UNARY(cosh, X)))) \
  X_(asinh, asinh(x), (trama_is_small(VALUE(X)) \
     ? DIV(V, UNARY(sqrt, ADD(CONST(1), MUL(X, X)))) : DIV(V, BINARY(hypot, CONST(1), X)))) \
  X_(acosh, acosh(x), (trama_is_small(VALUE(X)) \
     ? DIV(V, UNARY(sqrt, SUB(MUL(X, X), CONST(1)))) \
     : DIV(DIV(V, UNARY(sqrt, SUB(X, CONST(1)))), UNARY(sqrt, ADD(X, CONST(1)))))) \
  X_(atanh, atanh(x), DIV(V, SUB(CONST(1), MUL(X, X)))) \
  X_(erf, erf(x), MUL(MUL(V, CONST(M_2_SQRTPI)), UNARY(exp, NEG(MUL(X, X))))) \
  X_(erfc, erfc(x), MUL(MUL(V, CONST(-M_2_SQRTPI)), UNARY(exp, NEG(MUL(X, X))))) \
  X_(cbrt, cbrt(x), DIV(V, MUL(CONST(3), MUL(Z, Z)))) \
  X_(abs, fabs(x), (VALUE(X) < 0 ? NEG(V) : V)) \
  X_(floor, floor(x), CONST(0)) \
  X_(ceil, ceil(x), CONST(0)) \
  X_(round, round(x), CONST(0)) \
  X_(trunc, trunc(x), CONST(0)) \
  X_(roundEven, rint(x), CONST(0))

typedef enum {
#define X(name, value, rule) trama_unary_##name,
  TRAMA_UNARY(X)
#undef X
  trama_unary_count
} TramaUnary;

// Elementary functions of two Doubles. X(name, value of x and y, rule for x, rule for y)
#define TRAMA_BINARY(X_) \
  X_(pow, pow(x, y), (VALUE(X) == 0 && VALUE(Y) == 0 \
     ? CONST(0) : MUL(MUL(V, Y), BINARY(pow, X, SUB(Y, CONST(1))))), \
     MUL(MUL(V, Z), (VALUE(X) <= 0 ? CONST(0) : UNARY(log, X)))) \
  X_(atan2, atan2(x, y), MUL(V, (trama_squares(hypot(VALUE(X), VALUE(Y))) \
     ? DIV(Y, ADD(MUL(X, X), MUL(Y, Y))) : DIV(DIV(Y, BINARY(hypot, X, Y)), BINARY(hypot, X, Y)))), \
     MUL(V, (trama_squares(hypot(VALUE(X), VALUE(Y))) \
     ? DIV(NEG(X), ADD(MUL(X, X), MUL(Y, Y))) \
     : DIV(DIV(NEG(X), BINARY(hypot, X, Y)), BINARY(hypot, X, Y))))) \
  X_(hypot, hypot(x, y), MUL(V, DIV(X, Z)), MUL(V, DIV(Y, Z))) \
  X_(fmod, fmod(x, y), V, NEG(MUL(V, UNARY(trunc, DIV(X, Y))))) \
  X_(remainder, remainder(x, y), V, NEG(MUL(V, UNARY(roundEven, DIV(X, Y)))))

// Arithmetic, and what the recording itself needs. X(name, rule for the first operand, rule for the second)
// A `slope` is the derivative by its first operand that a cell's own rule gives: its second operand.
#define TRAMA_ARITHMETIC(X_) \
  X_(copy, V, CONST(0)) \
  X_(add, V, V) \
  X_(sub, V, NEG(V)) \
  X_(mul, MUL(Y, V), MUL(X, V)) \
  X_(div, DIV(V, Y), MUL((trama_squares(VALUE(Y)) \
     ? DIV(NEG(X), MUL(Y, Y)) : DIV(NEG(DIV(X, Y)), Y)), V)) \
  X_(neg, NEG(V), CONST(0)) \
  X_(slope, MUL(V, Y), CONST(0)) \
  X_(mulAdd, MUL(Y, V), MUL(X, V))

typedef enum {
#define X(name, value, first, second) trama_binary_##name,
  TRAMA_BINARY(X)
#undef X
  trama_binary_count
} TramaBinary;

// One 64-bit register, global or element slot; static types say which member holds.
typedef union {
  int64_t i;
  uint64_t u;
  double d;
  struct TramaObject *o;
} TramaSlot;

typedef struct {
  uint16_t op, a, b, c;
} TramaInstruction;

typedef enum {
  trama_kind_array,   // `count` elements of the layout's stride
  trama_kind_object,  // one element: a captured variable's box, a closure, a boxed value
  trama_kind_string,  // two slots that hold a Swift String
  trama_kind_instance,  // an instance of a class: the number of its type, then its properties
} TramaKind;

// How an element of an object's payload is laid out.
typedef struct {
  uint32_t stride;          // slots an element
  uint32_t referenceCount;  // how many of them hold references
  const uint16_t *references;  // which
  const bool *optional;        // whether each of these may be NULL
} TramaLayout;

// What is on the heap. Counts are not atomic: a machine belongs to one thread.
typedef struct TramaObject {
  int64_t references;
  uint32_t layout;
  uint32_t kind;
  int64_t count;
  int64_t capacity;
  struct TramaShadow *shadow;  // tape nodes of the slots, while a derivative is being recorded
  struct TramaObject *weak;    // the cell through which weak references see it
  TramaSlot slots[];
} TramaObject;

typedef struct {
  const TramaInstruction *code;
  const TramaSlot *constants;  // copied behind the parameters at each call
  uint32_t codeCount;
  uint16_t parameterSlots;  // including the closure's own slot
  uint16_t constantCount;
  uint32_t frameSlots;
} TramaFunction;

typedef struct {
  const TramaInstruction *pc;  // where the caller goes on
  TramaSlot *registers;
} TramaFrame;

// What a node of the tape did: arithmetic, then the functions of one and of two Doubles.
typedef enum {
#define X(name, first, second) trama_tape_##name,
  TRAMA_ARITHMETIC(X)
#undef X
  trama_tape_unary,
  trama_tape_binary = trama_tape_unary + trama_unary_count,
} TramaTapeOperation;

// A node of the tape: an operation and its operands, with the nodes that those come from. Node 0 is "does not depend".
// The second operand of a function of one Double is its result.
typedef struct {
  uint32_t operation;
  int32_t first, second;
  int32_t sum;  // of a mulAdd: what the product is added to
  double left, right;
} TramaNode;

// A number, and the node that it comes from.
typedef struct {
  double value;
  int32_t node;
} TramaValue;

typedef struct TramaMachine TramaMachine;

// Does what host function `id` is for, arguments and results from `base` on; returns a trap or 0.
typedef int32_t (*TramaHost)(void *context, TramaMachine *machine, uint32_t id, TramaSlot *base);

// The most runs within runs, as each takes some of the host's own stack.
enum { trama_deepest_nesting = 64 };

struct TramaMachine {
  TramaSlot *stack;
  TramaSlot *stackEnd;
  const TramaFunction *functions;
  int32_t functionCount;
  const TramaLayout *layouts;
  const int32_t *dispatch;  // the function of each type in each dispatch slot, or -1; slot 0 is `deinit`
  int32_t dispatchColumns;
  int32_t dispatchRows;
  TramaFrame *frames;
  int32_t depth;
  int32_t depthLimit;
  int32_t nesting;    // runs within runs, by way of the host
  int64_t fuel;       // instructions left
  int64_t heapUsed;   // bytes
  int64_t heapLimit;
  TramaHost host;
  void *context;
  void (*destroyString)(TramaMachine *machine, TramaSlot *slots);
  uint64_t (*hashString)(TramaSlot *slots);
  bool (*equalStrings)(TramaSlot *left, TramaSlot *right);
  const uint8_t *hostResults;  // result slots of each host function that come from no node
  TramaObject *error;  // thrown by the call that has just returned, or NULL
  // Where the loop is, while something else runs that may free objects.
  const TramaInstruction *pc;
  TramaSlot *registers;
  int32_t pendingTrap;  // of a `deinit` that was run on the way
  // Where the last trap happened; NULL before one.
  const TramaInstruction *trapInstruction;
  int64_t trapValue;
  // Recording.
  bool recording;
  int32_t *shadows;  // one for each stack slot
  TramaNode *tape;
  int64_t tapeCount;
  int64_t tapeCapacity;
  int64_t tapeLimit;
  bool tapeIsFull;
  int32_t choices;  // not 0 once the run has depended on how a recorded number compares
  double *adjoints;
  int64_t adjointCapacity;
  TramaObject **shadowed;  // the objects that have a shadow, or NULL where one died
  int64_t shadowedCount;
  int64_t shadowedCapacity;
  // Allocator.
  struct TramaSlab *slabs;
  struct TramaFree *freeLists[64];
  struct TramaSlab *openSlabs[64];
  struct TramaLarge *large;
  TramaObject **dying;
  int64_t dyingCount;
  int64_t dyingCapacity;
};

const char *trama_op_name(int32_t op);
const char *trama_op_operands(int32_t op);
const char *trama_op_meaning(int32_t op);
const char *trama_unary_name(int32_t function);
const char *trama_binary_name(int32_t function);

// NULL where memory cannot be had.
TramaMachine *trama_machine_create(int64_t stackSlots, int32_t frames);
void trama_machine_destroy(TramaMachine *machine);
// Frees all objects and what was recorded, and sets the first `globals` slots to 0. The program stays.
void trama_machine_clear(TramaMachine *machine, int64_t globals);

// Runs a function whose arguments stand at `registers`; results are left there. Returns a TramaTrap.
int32_t trama_run(TramaMachine *machine, uint32_t function, TramaSlot *registers);
// The same for a closure, whose object goes behind the arguments.
int32_t trama_run_closure(TramaMachine *machine, TramaObject *closure, TramaSlot *registers);
// Derivatives: a run is recorded on the tape, then swept back or forth. A recording within one goes to the same tape:
// the values that its sweeps give come from nodes too, so that they can be differentiated in their turn.
typedef struct {
  int64_t base;       // the nodes of its variables follow this one
  int64_t variables;
  bool isOutermost;
} TramaRecording;

// Starts a recording; `variables` are the values to differentiate by, and get their nodes. Returns a TramaTrap.
int32_t trama_recording_begin(
  TramaMachine *machine, TramaRecording *recording, TramaSlot *registers, TramaValue *variables, int64_t count);
// Ends a recording, however its run went. Values of an outermost one come from nothing afterwards.
void trama_recording_end(TramaMachine *machine, TramaRecording *recording);
// The derivatives of a value by each variable. Returns a TramaTrap.
int32_t trama_sweep_back(
  TramaMachine *machine, const TramaRecording *recording, TramaValue of, TramaValue *derivatives);
// The derivatives of `count` values by one variable. Returns a TramaTrap.
int32_t trama_sweep_forth(
  TramaMachine *machine, const TramaRecording *recording, int64_t variable, const TramaValue *of, int64_t count,
  double *derivatives);
// The value in a register or in an element of an array, with its node while recording.
TramaValue trama_value_get(TramaMachine *machine, TramaSlot *registers);
TramaValue trama_value_at(TramaMachine *machine, TramaObject *array, int64_t index);
// A value to which another contributes by a given slope, and nothing else.
TramaValue trama_value_with_slope(TramaMachine *machine, TramaValue value, TramaValue by, TramaValue slope);
// Puts a value there. The latter fails where there is no memory for nodes.
void trama_value_put(TramaMachine *machine, TramaSlot *registers, TramaValue value);
bool trama_value_set(TramaMachine *machine, TramaObject *array, int64_t index, TramaValue value);
// The first register = first * second + third, rounded once. Returns a TramaTrap.
int32_t trama_fused_multiply_add(TramaMachine *machine, TramaSlot *registers);

// NULL when the heap limit is reached.
TramaObject *trama_object_create(TramaMachine *machine, uint32_t kind, uint32_t layout, int64_t capacity);
// Makes the array unique; false at the heap limit.
bool trama_array_make_unique(TramaMachine *machine, TramaSlot *array);
// Removes the last element of a unique array that is not empty.
void trama_array_remove_last(TramaMachine *machine, TramaObject *array);
// Moves an element of a unique array to another place; those between move up or down by one.
void trama_array_move(TramaMachine *machine, TramaObject *array, int64_t from, int64_t to);
// The integer types besides Int, which is a 64-bit signed one.
typedef enum {
  trama_integer_8, trama_integer_16, trama_integer_32, trama_integer_64,
  trama_integer_u8, trama_integer_u16, trama_integer_u32, trama_integer_u64,
} TramaIntegerKind;

// What a key is compared and hashed by.
typedef enum {
  trama_key_bits,
  trama_key_double,
  trama_key_string,
} TramaKeyKind;

// The hash of a key: 31 bits.
uint32_t trama_hash_key(TramaMachine *machine, TramaSlot key, uint32_t kind);
// A hash of bytes.
uint64_t trama_hash_bytes(const uint8_t *bytes, int64_t count);
// The place of a key in a table and the array of its keys, or -1.
int64_t trama_table_find(TramaMachine *machine, const TramaSlot *table, TramaSlot key, uint32_t kind);
// Adds a place under a hash; false at the heap limit.
bool trama_table_add(TramaMachine *machine, TramaSlot *table, uint32_t hash, int64_t place);
// Removes a place; `table` is unique.
void trama_table_remove(TramaObject *table, uint32_t hash, int64_t place);
// Renames a place; `table` is unique.
void trama_table_move(TramaObject *table, uint32_t hash, int64_t from, int64_t to);

void trama_retain(TramaObject *object);
void trama_release(TramaMachine *machine, TramaObject *object);

static inline TramaSlot *trama_object_slots(TramaObject *object) { return object->slots; }

#endif
