using System.Collections.Immutable;
using Orrery.Operations.Tagging;

namespace Orrery.Services.Organizations.Rules;

/// <summary>Tags of roots, units, accounts and policies.</summary>
internal static class OrgTags
{
    /// <summary>Tags with others.</summary>
    /// <exception cref="ServiceException">InvalidInputException, ConstraintViolationException.</exception>
    public static ImmutableSortedDictionary<string, string> With(
        ImmutableSortedDictionary<string, string> tags, IReadOnlyList<Tag>? more) => TagSet.With(
            tags,
            (more ?? []).Select(t => KeyValuePair.Create(t.Key!, t.Value!)),
            _ => Errors.Input("INVALID_SYSTEM_TAGS_PARAMETER: Keys that begin with aws: are kept for AWS."),
            () => Errors.Constraint("MAX_TAG_LIMIT_EXCEEDED", $"A resource can have {TagSet.Most} tags."));

    /// <summary>Of what is named.</summary>
    /// <exception cref="ServiceException">TargetNotFoundException.</exception>
    public static ImmutableSortedDictionary<string, string> Of(
        ReadCall call, OrganizationRecord organization, string id) =>
        Nodes.Find(call, organization, id)?.Tags ?? Owned(call, organization, id)?.Tags
        ?? throw Errors.NotFound("Target");

    /// <summary>Changes those of what is named.</summary>
    /// <exception cref="ServiceException">TargetNotFoundException.</exception>
    public static void Put(
        Call call, OrganizationRecord organization, string id, ImmutableSortedDictionary<string, string> tags)
    {
        if (Nodes.Find(call, organization, id) is { } node) call.Keep(Tables.Nodes).Put(node with { Tags = tags });
        else if (Owned(call, organization, id) is { } policy)
            call.Keep(Tables.Policies).Put(policy with { Tags = tags });
        else throw Errors.NotFound("Target");
    }

    private static PolicyRecord? Owned(ReadCall call, OrganizationRecord organization, string id) =>
        ControlPolicies.Find(call, organization, id) is { Organization.Length: > 0 } policy ? policy : null;
}
