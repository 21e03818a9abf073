using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Account;

/// <summary>
/// All users, groups, roles and policies of the account with all that hangs on them: a page goes over the kinds. Of
/// AWS's policies, those that are in use.
/// </summary>
public sealed class GetAccountAuthorizationDetails
    : IReadOperation<GetAccountAuthorizationDetailsRequest, GetAccountAuthorizationDetailsResult>
{
    /// <inheritdoc/>
    public GetAccountAuthorizationDetailsResult Run(GetAccountAuthorizationDetailsRequest request, ReadCall call)
    {
        var page = Page.Of(Everything(call, request.Filter), e => e.Order, request.Marker, request.MaxItems);
        IEnumerable<T> Kind<T>() => page.Items.Select(e => e.Thing).OfType<T>();
        return new()
        {
            UserDetailList = [.. Kind<UserRecord>().Select(u => Details.Of(call, u))],
            GroupDetailList = [.. Kind<GroupRecord>().Select(Details.Of)],
            RoleDetailList = [.. Kind<RoleRecord>().Select(r => Details.Of(call, r))],
            Policies = [.. Kind<PolicyRecord>().Select(p => Details.Of(call, p))],
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }

    private static IEnumerable<(object Thing, string Order)> Everything(
        ReadCall call, IReadOnlyList<EntityType>? filter)
    {
        bool Wanted(EntityType kind) => filter is not { Count: > 0 } || filter.Contains(kind);
        IEnumerable<(object Thing, string Order)> all = [];
        if (Wanted(EntityType.User))
            all = all.Concat(call.Mine(Tables.Users).All().Select(u => ((object)u, $"1 {u.Key}")));
        if (Wanted(EntityType.Group))
            all = all.Concat(call.Mine(Tables.Groups).All().Select(g => ((object)g, $"2 {g.Key}")));
        if (Wanted(EntityType.Role))
            all = all.Concat(call.Mine(Tables.Roles).All().Select(r => ((object)r, $"3 {r.Key}")));
        if (Wanted(EntityType.LocalManagedPolicy))
            all = all.Concat(call.Mine(Tables.Policies).All().Select(p => ((object)p, $"4 {p.Key}")));
        if (Wanted(EntityType.AWSManagedPolicy))
            all = all.Concat(Used(call).Select(p => ((object)p, $"5 {p.Arn}")));
        return all;
    }

    private static IEnumerable<PolicyRecord> Used(ReadCall call) =>
        call.Mine(Tables.Users).All().Cast<HolderRecord>()
            .Concat(call.Mine(Tables.Groups).All()).Concat(call.Mine(Tables.Roles).All())
            .SelectMany(h => h.Boundary is { } boundary ? h.Attached.Append(boundary) : h.Attached)
            .Distinct().Order(StringComparer.Ordinal)
            .Select(arn => Shelf.Find(call, arn)).OfType<PolicyRecord>().Where(p => p.IsAws);
}
