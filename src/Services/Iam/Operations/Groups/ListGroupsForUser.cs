using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Groups;

/// <summary>The groups that a user is in.</summary>
public sealed class ListGroupsForUser : IReadOperation<ListGroupsForUserRequest, ListGroupsForUserResult>
{
    /// <inheritdoc/>
    public ListGroupsForUserResult Run(ListGroupsForUserRequest request, ReadCall call)
    {
        var page = Page.Of(
            Holders.GroupsOf(call, Holders.User(call, request.UserName)), g => g.Key.Value, request.Marker,
            request.MaxItems);
        return new()
        {
            Groups = page.Of(Show.Of).Items, IsTruncated = page.IsTruncated, Marker = page.Marker,
        };
    }
}
