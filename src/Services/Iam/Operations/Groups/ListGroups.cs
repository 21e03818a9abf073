using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Groups;

/// <summary>The groups of the account below a path.</summary>
public sealed class ListGroups : IReadOperation<ListGroupsRequest, ListGroupsResult>
{
    /// <inheritdoc/>
    public ListGroupsResult Run(ListGroupsRequest request, ReadCall call)
    {
        var prefix = request.PathPrefix ?? "/";
        var page = Page.Of(
            call.Mine(Tables.Groups).All().Where(g => g.Path.StartsWith(prefix, StringComparison.Ordinal)),
            g => g.Key.Value, request.Marker, request.MaxItems);
        return new()
        {
            Groups = page.Of(Show.Of).Items, IsTruncated = page.IsTruncated, Marker = page.Marker,
        };
    }
}
