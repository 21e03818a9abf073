using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Users;

/// <summary>The users of the account below a path.</summary>
public sealed class ListUsers : IReadOperation<ListUsersRequest, ListUsersResult>
{
    /// <inheritdoc/>
    public ListUsersResult Run(ListUsersRequest request, ReadCall call)
    {
        var prefix = request.PathPrefix ?? "/";
        var page = Page.Of(
            call.Mine(Tables.Users).All().Where(u => u.Path.StartsWith(prefix, StringComparison.Ordinal)),
            u => u.Key.Value, request.Marker, request.MaxItems);
        return new()
        {
            Users = page.Of(Show.Listed).Items, IsTruncated = page.IsTruncated, Marker = page.Marker,
        };
    }
}
