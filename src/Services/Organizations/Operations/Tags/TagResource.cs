namespace Orrery.Services.Organizations.Operations.Tags;

/// <summary>Gives tags to a root, a unit, an account or a policy.</summary>
public sealed class TagResource : IWriteOperation<TagResourceRequest, TagResourceResult>
{
    /// <inheritdoc/>
    public TagResourceResult Run(TagResourceRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var tags = OrgTags.Of(call, organization, request.ResourceId!);
        OrgTags.Put(call, organization, request.ResourceId!, OrgTags.With(tags, request.Tags));
        return new();
    }
}
