using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Kernel.Storage;

/// <summary>One entry of the journal: what changed, when, by whom, through which operation.</summary>
/// <param name="Sequence">Counts the commits of the world from 1, without gaps.</param>
/// <param name="Instant">The virtual instant; never before that of the previous commit.</param>
/// <param name="Caller">Who called.</param>
/// <param name="RequestId">The request id of the call.</param>
/// <param name="Operation">The operation, for example <c>ec2:CreateVpc</c>; <c>timer:...</c> for a timer.</param>
/// <param name="Changes">What changed, in the order in which the call first touched it.</param>
public sealed record Commit(
    long Sequence,
    DateTimeOffset Instant,
    Caller Caller,
    string RequestId,
    string Operation,
    IReadOnlyList<RowChange> Changes)
{
    /// <summary>
    /// The scopes that changed, each once, in order. The version of each is now <see cref="Sequence"/>: a scope's
    /// version is the sequence of the last commit that changed it.
    /// </summary>
    public IReadOnlyList<Scope> Scopes { get; } = ScopesOf(Changes);

    private static Scope[] ScopesOf(IReadOnlyList<RowChange> changes)
    {
        for (var i = 1; i < changes.Count; i++)
        {
            if (changes[i].Scope != changes[0].Scope)
                return [.. changes.Select(static change => change.Scope).Distinct().Order()];
        }
        return changes.Count == 0 ? [] : [changes[0].Scope];
    }

    /// <summary>The changes of one table, as records.</summary>
    public IEnumerable<RecordChange<TRecord>> In<TKey, TRecord>(Table<TKey, TRecord> table)
        where TKey : struct, IKey<TKey>
        where TRecord : class =>
        from change in Changes
        where change.Table == table.Name
        select new RecordChange<TRecord>(
            change.Scope,
            change.Key,
            change.Before is { } before ? table.FromJson(before) : null,
            change.After is { } after ? table.FromJson(after) : null);
}
