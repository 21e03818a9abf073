using Orrery.Core;
using Orrery.Engines.Scaling.Causes;
using Orrery.Engines.Scaling.Policies;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Ids;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Policies;

/// <summary>Writes down what policies decide, where it is something else than before.</summary>
internal static class Decisions
{
    private const int Sweep = 2;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(42);

    /// <summary>Takes note of a decision.</summary>
    public static void Note(Call call, GroupRecord group, PolicyOutcome outcome)
    {
        var decision = outcome.Decision;
        var last = Before(call, group.Name, call.Now).FirstOrDefault();
        // A group that is held by the same for the same is held once.
        if (!decision.IsChange && last is { Decision.Allowed: false } held && held.To == decision.To
            && held.Decision.Root.Code == decision.Why.Code)
        {
            return;
        }

        var why = decision.IsChange ? Decision.Yes(decision.Why) : Decision.No(decision.Why);
        call.Write(Tables.Decisions).Put(new(
            KeyOf(group.Name, call.Now), group.Name, call.Now, decision.From, decision.To, outcome.Winner, why));
        foreach (var old in Before(call, group.Name, call.Now - Kept).Take(Sweep).ToList())
            call.Write(Tables.Decisions).Remove(old.Key);
    }

    /// <summary>Takes note of a capacity that something else than policies and schedules changed.</summary>
    public static void NoteRequest(Call call, GroupRecord? before, GroupRecord group)
    {
        if (Before(call, group.Name, call.Now).FirstOrDefault() is { } last
            && last.At == call.Now && last.To == group.Desired)
        {
            return;
        }

        var (from, to) = (before?.Desired ?? 0, group.Desired);
        var text = group.Change is { } change && change.At == call.Now
            ? change.Text : $"At {Cause.Time(call.Now)} {call.Operation} changed the capacity from {from} to {to}.";
        call.Write(Tables.Decisions).Put(new(
            KeyOf(group.Name, call.Now), group.Name, call.Now, from, to, null,
            Decision.Yes(Reason.Of("REQUEST", text, group.Name))));
    }

    /// <summary>What was decided up to an instant, the newest first.</summary>
    public static IEnumerable<DecisionRecord> Before(ReadCall call, string group, DateTimeOffset at) =>
        call.Read(Tables.Decisions).From(KeyOf(group, at)).TakeWhile(decision => decision.Group == group);

    private static ScalingKey KeyOf(string group, DateTimeOffset at) =>
        ScalingKey.Of(group, $"{long.MaxValue - at.UtcTicks:x16}");
}
