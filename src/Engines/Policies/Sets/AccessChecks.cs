using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Patterns;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Sets;

/// <summary>
/// What Access Analyzer's custom policy checks ask of policies, for every request there may be. A requester is each
/// whom an entry of Principal names, and one whom none does.
/// </summary>
public static class AccessChecks
{
    /// <summary>
    /// CheckNoNewAccess: a request that the new policies allow and the old do not; null where there is none.
    /// </summary>
    public static AccessFound? NewAccess(PolicyStack old, PolicyStack @new)
    {
        var universe = new Universe([old, @new], [], []);
        return Search(
            universe, @new, Requesters.Of([old, @new]), universe.Resources, r => !IsAllowed(old, r));
    }

    /// <summary>
    /// CheckAccessNotGranted: a request for one of the actions, and on one of the resources, that is allowed; null
    /// where there is none.
    /// </summary>
    /// <param name="policies">The policies.</param>
    /// <param name="actions">Actions, or patterns of them; empty for every action.</param>
    /// <param name="resources">Resources, or patterns of them; empty for every resource.</param>
    public static AccessFound? Granted(
        PolicyStack policies, IReadOnlyList<string> actions, IReadOnlyList<string> resources)
    {
        var universe = new Universe([policies], actions, resources);
        var globs = actions.Select(a => Glob.Of(a.ToLowerInvariant())).ToList();
        var patterns = resources.Select(r => ResourcePattern.Of(r, hasVariables: false)).ToList();
        var named = universe.Resources.Where(r => patterns.Count == 0
            || patterns.Any(p => p.Matches(new(r), RequestContext.Empty))).ToList();
        return Search(
            universe, policies, Requesters.Of([policies]), named,
            r => globs.Count == 0 || globs.Any(g => g.Matches(r.Action.Lower)));
    }

    /// <summary>Whether policies, and no others, allow a request: by identity, or by naming the requester.</summary>
    internal static bool IsAllowed(PolicyStack policies, in AccessRequest request) =>
        policies.Denying(request) is null && policies.Allowing(request) is not null;

    private static AccessFound? Search(
        Universe universe, PolicyStack policies, IReadOnlyList<Requester> requesters, IReadOnlyList<string> resources,
        Func<AccessRequest, bool> isAsked)
    {
        var requests =
            from action in universe.ActionNames
            from resource in resources
            from requester in requesters
            from context in universe.Contexts
            let request = Requesters.Request(requester, action, new(resource), context)
            where isAsked(request) && IsAllowed(policies, request)
            select (request, context);
        foreach (var (request, context) in requests)
        {
            var rule = policies.Allowing(request)!;
            return new(
                PatternOf(rule.Statement, request.Action), request.Resource.Text, InWords(context), rule,
                universe.IsExact);
        }

        return null;
    }

    private static string PatternOf(Statement statement, ActionName action) => statement.IsNotAction
        ? action.Text
        : statement.Actions.FirstOrDefault(a => Glob.Of(a.ToLowerInvariant()).Matches(action.Lower)) ?? action.Text;

    private static string InWords(RequestContext context) =>
        string.Join(", ", context.Entries.Select(e => $"{e.Key} = {e.Value}"));
}
