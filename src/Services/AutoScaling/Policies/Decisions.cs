using Orrery.Core;
using Orrery.Engines.Scaling.Causes;
using Orrery.Engines.Scaling.Policies;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Ids;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;

namespace Orrery.Services.AutoScaling.Policies;

/// <summary>Writes down what policies decide, where it is something else than before.</summary>
internal static class Decisions
{
    // What went last lies in the file for a while: each sweep walks over it.
    private const int SweepEvery = 256;
    private const int Sweep = 2 * SweepEvery;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(42);

    /// <summary>Takes note of a decision.</summary>
    public static void Note(Call call, GroupRecord group, PolicyOutcome outcome)
    {
        var decision = outcome.Decision;

        // A group that is held by the same for the same is held once.
        if (!decision.IsChange && Last(call, group.Name) is { } last && last.To == decision.To
            && last.HeldFor == decision.Why.Code)
        {
            return;
        }

        var why = decision.IsChange ? Decision.Yes(decision.Why) : Decision.No(decision.Why);
        Put(call, new(
            KeyOf(group.Name, call.Now), group.Name, call.Now, decision.From, decision.To, outcome.Winner, why));
    }

    /// <summary>Takes note of a capacity that something else than policies and schedules changed.</summary>
    public static void NoteRequest(Call call, GroupRecord? before, GroupRecord group)
    {
        if (Last(call, group.Name) is { } last && last.At == call.Now && last.To == group.Desired) return;

        var (from, to) = (before?.Desired ?? 0, group.Desired);
        var text = group.Change is { } change && change.At == call.Now
            ? change.Text : $"At {Cause.Time(call.Now)} {call.Operation} changed the capacity from {from} to {to}.";
        Put(call, new(
            KeyOf(group.Name, call.Now), group.Name, call.Now, from, to, null,
            Decision.Yes(Reason.Of("REQUEST", text, group.Name))));
    }

    /// <summary>What was decided up to an instant, the newest first.</summary>
    public static IEnumerable<DecisionRecord> Before(ReadCall call, string group, DateTimeOffset at) =>
        call.Read(Tables.Decisions).From(KeyOf(group, at)).TakeWhile(decision => decision.Group == group);

    // Of several at one instant the last one holds. Whenever some have come, as many of the oldest may go.
    private static void Put(Call call, DecisionRecord decision)
    {
        var last = Last(call, decision.Group);
        var decisions = call.Write(Tables.Decisions);
        if (last?.At == decision.At) decisions.Put(decision);
        else decisions.PutNew(decision);
        var count = (last?.Count ?? 0) + 1;
        call.Write(Tables.Marks).Put(Activities.MarkOf(call, decision.Group) with
        {
            Decided = MarkOf(decision, count),
        });
        if (count % SweepEvery != 0) return;
        foreach (var old in Before(call, decision.Group, call.Now - Kept).Take(Sweep).ToList())
            decisions.Remove(old.Key);
    }

    // What was decided before there were marks is read.
    private static DecisionMarkRecord? Last(ReadCall call, string group) =>
        call.Read(Tables.Marks).Find(new(group))?.Decided
        ?? (Before(call, group, call.Now).FirstOrDefault() is { } last ? MarkOf(last, 0) : null);

    private static DecisionMarkRecord MarkOf(DecisionRecord decision, long count) => new(
        decision.At, decision.To, decision.Decision.Allowed ? null : decision.Decision.Root.Code, count);

    private static ScalingKey KeyOf(string group, DateTimeOffset at) =>
        ScalingKey.Of(group, $"{long.MaxValue - at.UtcTicks:x16}");
}
