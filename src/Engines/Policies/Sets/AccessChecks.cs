using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Patterns;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Sets;

/// <summary>
/// What Access Analyzer's custom policy checks ask of policies, for every request there may be. A requester is each whom
/// an entry of Principal names, and one whom none does.
/// </summary>
public static class AccessChecks
{
    /// <summary>
    /// CheckNoNewAccess: a request that the new policies allow and the old do not; null where there is none.
    /// </summary>
    public static AccessFound? NewAccess(PolicyStack old, PolicyStack @new)
    {
        var universe = new Universe([old, @new], [], []);
        return Search(universe, @new, [old, @new], request => !IsAllowed(old, request), _ => true, _ => true);
    }

    /// <summary>
    /// CheckAccessNotGranted: a request for one of the actions, and on one of the resources, that is allowed; null where
    /// there is none.
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
        return Search(
            universe, policies, [policies], _ => true,
            action => globs.Count == 0 || globs.Any(g => g.Matches(action.Lower)),
            resource => patterns.Count == 0 || patterns.Any(p => p.Matches(resource, RequestContext.Empty)));
    }

    /// <summary>Whether policies, and no others, allow a request: by identity, or by naming the requester.</summary>
    internal static bool IsAllowed(PolicyStack policies, in AccessRequest request) =>
        policies.Denying(request) is null && policies.Allowing(request) is not null;

    private static AccessFound? Search(
        Universe universe, PolicyStack policies, IReadOnlyList<PolicyStack> all, Func<AccessRequest, bool> isAsked,
        Func<ActionName, bool> hasAction, Func<ResourceName, bool> hasResource)
    {
        var requesters = Requesters.Of(all);
        var resources = universe.Resources.Select(r => new ResourceName(r)).Where(hasResource).ToList();
        foreach (var action in universe.ActionNames.Where(hasAction))
        {
            foreach (var resource in resources)
            {
                foreach (var requester in requesters)
                {
                    foreach (var context in universe.Contexts)
                    {
                        var request = Requesters.Request(requester, action, resource, context);
                        if (!IsAllowed(policies, request) || !isAsked(request)) continue;
                        var rule = policies.Allowing(request)!;
                        return new(
                            PatternOf(rule.Statement, action), resource.Text, InWords(context), rule, universe.IsExact);
                    }
                }
            }
        }

        return null;
    }

    private static string PatternOf(Statement statement, ActionName action) => statement.IsNotAction
        ? action.Text
        : statement.Actions.FirstOrDefault(a => Glob.Of(a.ToLowerInvariant()).Matches(action.Lower)) ?? action.Text;

    private static string InWords(RequestContext context) =>
        string.Join(", ", context.Entries.Select(e => $"{e.Key} = {e.Value}"));
}
