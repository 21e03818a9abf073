using System.Collections.Concurrent;
using System.Collections.Frozen;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Evaluation;

/// <summary>
/// Policies of one kind that grant together, indexed by the actions that they name, and by the services of those that
/// they describe by patterns. Immutable: made once for what they are attached to, and kept. Which of many patterns
/// match an action is worked out when the action is first asked for.
/// </summary>
public sealed class PolicyStack
{
    // To look an action up costs as much as to match a few patterns.
    private const int Few = 4;
    private const int MostAsked = 512;

    private readonly FrozenDictionary<string, ServiceRules> _actions;
    private readonly FrozenDictionary<string, ServiceRules> _services;
    private readonly ServiceRules _others;
    private ConcurrentDictionary<string, ServiceRules>? _asked;

    private PolicyStack(IReadOnlyList<AttachedPolicy> policies)
    {
        Policies = policies;
        var rules = policies.SelectMany(p => p.Document.Statements.Select(s => new Rule(p, s))).ToList();
        var named = rules.SelectMany(r => r.Statement.ActionGlobs).Where(g => g.IsExact).Select(g => g.ToString());
        _actions = named.Distinct(StringComparer.Ordinal).ToFrozenDictionary(
            action => action,
            action => RulesAbout(ActionName.Of(action), rules),
            StringComparer.Ordinal);
        // An action that nobody names is matched by patterns only.
        var open = rules.Where(r => r.Statement.IsNotAction || r.Statement.ActionGlobs.Any(g => !g.IsExact)).ToList();
        var services = open.SelectMany(r => ServicesOf(r.Statement) ?? []).Distinct(StringComparer.Ordinal);
        _services = services.ToFrozenDictionary(
            service => service,
            service => new ServiceRules(open.Where(r => ServicesOf(r.Statement)?.Contains(service) ?? true)),
            StringComparer.Ordinal);
        _others = new(open.Where(r => ServicesOf(r.Statement) is null));
    }

    /// <summary>No policy.</summary>
    public static PolicyStack Empty { get; } = new([]);

    /// <summary>The policies, in order.</summary>
    public IReadOnlyList<AttachedPolicy> Policies { get; }

    /// <summary>Puts policies together.</summary>
    public static PolicyStack Of(params IEnumerable<AttachedPolicy> policies) => new([.. policies]);

    /// <summary>The first statement that denies; null where none does.</summary>
    internal Rule? Denying(in AccessRequest request)
    {
        foreach (var rule in RulesFor(request.Action).Denies)
        {
            if (IsMeant(rule.Statement, request) && Applies(rule.Statement, request)) return rule;
        }

        return null;
    }

    /// <summary>The first statement that allows; null where none does.</summary>
    internal Rule? Allowing(in AccessRequest request) => Allowing(request, out _, Naming.ByAccount);

    /// <summary>The first statement that allows, and names the requester well enough; else the best there is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="naming">How the statement names the requester.</param>
    /// <param name="enough">How it has to be named for the search to end.</param>
    internal Rule? Allowing(in AccessRequest request, out Naming naming, Naming enough)
    {
        naming = Naming.None;
        Rule? best = null;
        foreach (var rule in RulesFor(request.Action).Allows)
        {
            var named = rule.Statement.Principals is null ? Naming.Directly : rule.Statement.Names(request.Requester);
            if (named <= naming || !Applies(rule.Statement, request)) continue;
            best = rule;
            naming = named;
            if (named >= enough) break;
        }

        return best;
    }

    // IAM User Guide, "AWS JSON policy elements: NotPrincipal": a denial by it reaches whoever has a boundary.
    private static bool IsMeant(Statement statement, in AccessRequest request) => statement.Principals is null
        || (statement.IsNotPrincipal && request.Principal.Boundary is not null && !statement.SparesEveryone)
        || statement.Names(request.Requester) != Naming.None;

    private static bool Applies(Statement statement, in AccessRequest request) =>
        statement.AppliesTo(request.Action) && statement.AppliesTo(request.Resource, request.Context)
        && statement.Holds(request.Context);

    private ServiceRules RulesFor(ActionName action)
    {
        if (_actions.TryGetValue(action.Lower, out var rules)) return rules;
        if (!_services.TryGetValue(action.Service, out rules)) rules = _others;
        return rules.Count <= Few ? rules : Matching(action, rules);
    }

    private ServiceRules Matching(ActionName action, ServiceRules rules)
    {
        var asked = _asked ??= new(StringComparer.Ordinal);
        if (asked.TryGetValue(action.Lower, out var matching)) return matching;
        // Callers may ask for actions that do not exist.
        if (asked.Count >= MostAsked) asked.Clear();
        return asked[action.Lower] = RulesAbout(action, [.. rules.Denies, .. rules.Allows]);
    }

    private static ServiceRules RulesAbout(ActionName action, IEnumerable<Rule> rules) =>
        new(rules.Where(r => r.Statement.AppliesTo(action)));

    // Null where a statement may be about any service.
    private static HashSet<string>? ServicesOf(Statement statement)
    {
        if (statement.IsNotAction) return null;
        var services = new HashSet<string>(StringComparer.Ordinal);
        foreach (var action in statement.Actions)
        {
            var colon = action.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || action.AsSpan(0, colon).IndexOfAny('*', '?') >= 0) return null;
            services.Add(action[..colon].ToLowerInvariant());
        }

        return services;
    }
}
