using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.ManagedPolicies;

/// <summary>Whom a managed policy is attached to, and whose permissions boundary it is.</summary>
public sealed class ListEntitiesForPolicy : IReadOperation<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResult>
{
    /// <inheritdoc/>
    public ListEntitiesForPolicyResult Run(ListEntitiesForPolicyRequest request, ReadCall call)
    {
        var policy = Shelf.Get(call, request.PolicyArn!);
        if (request.EntityFilter is EntityType.LocalManagedPolicy or EntityType.AWSManagedPolicy)
            throw Errors.Validation($"The EntityFilter {request.EntityFilter} is no kind of entity.");
        var page = Page.Of(Entities(request, call, policy.Arn), e => e.Order, request.Marker, request.MaxItems);
        IEnumerable<T> Kind<T>() => page.Items.Select(e => e.Holder).OfType<T>();
        return new()
        {
            PolicyGroups = [.. Kind<GroupRecord>().Select(g => new PolicyGroup { GroupName = g.Name, GroupId = g.Id })],
            PolicyUsers = [.. Kind<UserRecord>().Select(u => new PolicyUser { UserName = u.Name, UserId = u.Id })],
            PolicyRoles = [.. Kind<RoleRecord>().Select(r => new PolicyRole { RoleName = r.Name, RoleId = r.Id })],
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }

    private static IEnumerable<(HolderRecord Holder, string Order)> Entities(
        ListEntitiesForPolicyRequest request, ReadCall call, string arn)
    {
        var attached = request.PolicyUsageFilter != PolicyUsageType.PermissionsBoundary;
        var bounding = request.PolicyUsageFilter != PolicyUsageType.PermissionsPolicy;
        bool Wanted(EntityType kind) => request.EntityFilter is not { } filter || filter == kind;
        IEnumerable<HolderRecord> found = [];
        if (Wanted(EntityType.Group) && attached)
            found = found.Concat(call.Mine(Tables.Groups).By(Tables.GroupsByPolicy, arn));
        if (Wanted(EntityType.Role) && attached)
            found = found.Concat(call.Mine(Tables.Roles).By(Tables.RolesByPolicy, arn));
        if (Wanted(EntityType.Role) && bounding)
            found = found.Concat(call.Mine(Tables.Roles).By(Tables.RolesByBoundary, arn));
        if (Wanted(EntityType.User) && attached)
            found = found.Concat(call.Mine(Tables.Users).By(Tables.UsersByPolicy, arn));
        if (Wanted(EntityType.User) && bounding)
            found = found.Concat(call.Mine(Tables.Users).By(Tables.UsersByBoundary, arn));
        var prefix = request.PathPrefix ?? "/";
        return found
            .Where(h => h.Path.StartsWith(prefix, StringComparison.Ordinal))
            .DistinctBy(h => h.Arn)
            .Select(h => (h, $"{h.GetType().Name} {h.Key}"))
            .OrderBy(e => e.Item2, StringComparer.Ordinal);
    }
}
