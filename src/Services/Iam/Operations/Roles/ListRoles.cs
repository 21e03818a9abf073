using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Roles;

/// <summary>The roles of the account below a path.</summary>
public sealed class ListRoles : IReadOperation<ListRolesRequest, ListRolesResult>
{
    /// <inheritdoc/>
    public ListRolesResult Run(ListRolesRequest request, ReadCall call)
    {
        var prefix = request.PathPrefix ?? "/";
        var page = Page.Of(
            call.Mine(Tables.Roles).All().Where(r => r.Path.StartsWith(prefix, StringComparison.Ordinal)),
            r => r.Key.Value, request.Marker, request.MaxItems);
        return new()
        {
            Roles = page.Of(Show.Listed).Items, IsTruncated = page.IsTruncated, Marker = page.Marker,
        };
    }
}
