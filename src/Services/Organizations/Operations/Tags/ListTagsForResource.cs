namespace Orrery.Services.Organizations.Operations.Tags;

/// <summary>Lists the tags of a root, a unit, an account or a policy.</summary>
public sealed class ListTagsForResource : IReadOperation<ListTagsForResourceRequest, ListTagsForResourceResult>
{
    /// <inheritdoc/>
    public ListTagsForResourceResult Run(ListTagsForResourceRequest request, ReadCall call)
    {
        var tags = OrgTags.Of(call, Realm.Seen(call), request.ResourceId!);
        return new() { Tags = [.. tags.Select(t => new Tag { Key = t.Key, Value = t.Value })] };
    }
}
