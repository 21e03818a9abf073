using Orrery.Engines.Policies.Conditions;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Patterns;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Sets;

/// <summary>
/// Few requests that stand for all: every request is decided by some policies like one of these. What is true of all of
/// them is true of all requests.
/// </summary>
internal sealed class Universe
{
    private const int MostContexts = 4096;

    private bool _isExact = true;

    /// <summary>The requests that policies tell apart.</summary>
    /// <param name="stacks">The policies.</param>
    /// <param name="actions">Further patterns of actions to tell apart.</param>
    /// <param name="resources">Further patterns of resources to tell apart.</param>
    public Universe(
        IReadOnlyList<PolicyStack> stacks, IReadOnlyList<string> actions, IReadOnlyList<string> resources)
    {
        var statements = stacks.SelectMany(s => s.Policies).SelectMany(p => p.Document.Statements).ToList();
        Actions = Examples(
            statements.SelectMany(s => s.ActionGlobs).Select(g => g.Compiled)
                .Concat(actions.Select(a => Wild.Compile(a.ToLowerInvariant()))).Append(Wild.Compile("*:*")),
            SetPattern.OfText);
        var patterns = statements.SelectMany(s => s.ResourcePatterns)
            .Concat(resources.Select(r => ResourcePattern.Of(r, hasVariables: false))).ToList();
        if (patterns.Any(p => p.HasVariables)) _isExact = false;
        Resources = Examples(
            patterns.Select(p => p.Widest).Append(Wild.Compile("arn:*:*:*:*:*")), SetPattern.OfResource);
        Contexts = ContextsOf([.. statements.SelectMany(s => s.Conditions)]);
    }

    /// <summary>Whether nothing was left out for size, and no variable stood for what is not known.</summary>
    public bool IsExact => _isExact;

    /// <summary>The actions.</summary>
    public IReadOnlyList<ActionName> ActionNames => [.. Actions.Where(a => a.Contains(':')).Select(ActionName.Of)];

    /// <summary>The resources.</summary>
    public IReadOnlyList<string> Resources { get; }

    /// <summary>The contexts.</summary>
    public IReadOnlyList<RequestContext> Contexts { get; }

    private IReadOnlyList<string> Actions { get; }

    private List<string> Examples(IEnumerable<string> compiled, Func<string, SetPattern> read)
    {
        var atoms = Atoms.Of([.. compiled.Distinct(StringComparer.Ordinal).Select(read)]);
        _isExact &= atoms.IsComplete;
        return [.. atoms.All.Select(a => a.Example)];
    }

    private List<RequestContext> ContextsOf(IReadOnlyList<Condition> conditions)
    {
        var contexts = new List<List<KeyValuePair<ContextKey, ContextValues>>> { new() };
        foreach (var key in conditions.GroupBy(c => c.Key))
        {
            var values = KeyValues.Of([.. key], ref _isExact);
            if (contexts.Count * values.Count > MostContexts)
            {
                // Too many to try together: each of its values with what there is already, in turn.
                _isExact = false;
                contexts = [.. contexts.Select((c, i) => Added(c, key.Key, values[i % values.Count]))];
                continue;
            }

            contexts = [.. contexts.SelectMany(c => values.Select(v => Added(c, key.Key, v)))];
        }

        return [.. contexts.Select(c => new RequestContext(c))];
    }

    private static List<KeyValuePair<ContextKey, ContextValues>> Added(
        List<KeyValuePair<ContextKey, ContextValues>> entries, ContextKey key, ContextValues value) =>
        value.Count == 0 ? entries : [.. entries, new(key, value)];
}
