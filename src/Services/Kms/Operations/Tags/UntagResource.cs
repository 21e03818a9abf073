using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Operations.Tagging;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Tags;

/// <summary>Takes tags from a key.</summary>
public sealed class UntagResource : IWriteOperation<UntagResourceRequest, UntagResourceResult>
{
    /// <inheritdoc/>
    public UntagResourceResult Run(UntagResourceRequest request, Call call)
    {
        var place = KeyStates.Staying(Places.Managed(call, request.KeyId!, "UntagResource"));
        var gone = request.TagKeys!.ToHashSet(StringComparer.Ordinal);
        var left = TagSet.Empty.SetItems(place.Key.Tags.Where(tag => !gone.Contains(tag.Key)));
        Places.Put(call, place, place.Key with { Tags = left });
        return new();
    }
}
