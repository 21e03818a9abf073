namespace Orrery.Services.Organizations.Operations.Tags;

/// <summary>Takes tags away.</summary>
public sealed class UntagResource : IWriteOperation<UntagResourceRequest, UntagResourceResult>
{
    /// <inheritdoc/>
    public UntagResourceResult Run(UntagResourceRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        var tags = OrgTags.Of(call, organization, request.ResourceId!);
        OrgTags.Put(call, organization, request.ResourceId!, tags.RemoveRange(request.TagKeys ?? []));
        return new();
    }
}
