using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Remedying;

/// <summary>
/// Looks for the smallest sets of changes that let a flow through: at each drop it makes the steps that could lift this
/// drop, traces the changed topology, and goes on from there, fewest changes first. What it finds is therefore proved.
/// </summary>
internal sealed class RemedySearch(Topology topology, Flow flow, TraceOptions options)
{
    private readonly PriorityQueue<Attempt, (int Changes, int Order)> _open = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly List<Remedy> _found = [];
    private readonly RemedySteps _steps = new(new Spares(topology));
    private int _attempts;
    private int _smallest = int.MaxValue;

    public IReadOnlyList<Remedy> Find(Trace blocked)
    {
        Open(new Attempt(topology, blocked, []));
        while (_open.TryDequeue(out var attempt, out var rank) && _found.Count < options.MaxRemedies)
        {
            if (rank.Changes > _smallest)
                break;
            if (attempt.Trace.Reachable)
                Keep(attempt);
            else
                Extend(attempt);
        }

        if (_found.Count == 0)
            GoStraight(new Attempt(topology, blocked, []));
        return [.. _found.Where(remedy => remedy.Changes.Count == _smallest)];
    }

    // Where the search was cut short: one way, the first step that helps at each drop.
    private void GoStraight(Attempt attempt)
    {
        while (!attempt.Trace.Reachable)
        {
            var step = _steps.For(attempt.Topology, attempt.Trace).FirstOrDefault();
            if (step is null || attempt.Changes.Length + step.Count > options.MaxChanges)
                return;
            var changed = Hypothesis.Apply(attempt.Topology, step);
            attempt = new Attempt(changed, Tracer.Follow(changed, flow), attempt.Changes.AddRange(step));
        }

        Keep(attempt);
    }

    private void Extend(Attempt attempt)
    {
        foreach (var step in _steps.For(attempt.Topology, attempt.Trace))
        {
            if (_attempts >= options.MaxAttempts || attempt.Changes.Length + step.Count > options.MaxChanges)
                continue;
            var changes = attempt.Changes.AddRange(step);
            if (!_seen.Add(Signature(changes)))
                continue;
            _attempts++;
            var changed = Hypothesis.Apply(attempt.Topology, step);
            Open(new Attempt(changed, Tracer.Follow(changed, flow), changes));
        }
    }

    private void Open(Attempt attempt) => _open.Enqueue(attempt, (attempt.Changes.Length, _attempts));

    private void Keep(Attempt attempt)
    {
        var changes = Needed(attempt.Changes);
        if (!_kept.Add(Signature(changes)))
            return;
        _smallest = Math.Min(_smallest, changes.Length);
        _found.Add(new Remedy(RemedySentences.Of(changes), changes));
    }

    // A later change may have made an earlier one needless: a new route leads past the filter that was opened.
    private ImmutableArray<Change> Needed(ImmutableArray<Change> changes)
    {
        for (var i = changes.Length - 1; i >= 0; i--)
            if (Opens(changes.RemoveAt(i)))
            {
                changes = changes.RemoveAt(i);
                i = changes.Length;
            }

        return changes;
    }

    private bool Opens(ImmutableArray<Change> changes)
    {
        try
        {
            return Tracer.Follow(Hypothesis.Apply(topology, changes), flow).Reachable;
        }
        catch (ArgumentException)
        {
            // One of them needs what another would have made.
            return false;
        }
    }

    // Sets, not sequences: two orders of the same changes are one attempt.
    private static string Signature(IEnumerable<Change> changes) => string.Join(
        '\n',
        changes.Select(change => $"{change.Action} {change.Subject} "
            + string.Join(',', change.Arguments.OrderBy(pair => pair.Key, StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal));
}
