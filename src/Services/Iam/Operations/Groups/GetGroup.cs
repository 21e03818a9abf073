using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Groups;

/// <summary>A group and who is in it.</summary>
public sealed class GetGroup : IReadOperation<GetGroupRequest, GetGroupResult>
{
    /// <inheritdoc/>
    public GetGroupResult Run(GetGroupRequest request, ReadCall call)
    {
        var group = Holders.Group(call, request.GroupName);
        var page = Page.Of(
            call.Mine(Tables.Users).By(Tables.UsersByGroup, group.Id), u => u.Key.Value, request.Marker,
            request.MaxItems);
        return new()
        {
            Group = Show.Of(group),
            Users = page.Of(Show.Listed).Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
