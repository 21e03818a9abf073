using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Tags;

/// <summary>Gives tags to a key.</summary>
public sealed class TagResource : IWriteOperation<TagResourceRequest, TagResourceResult>
{
    /// <inheritdoc/>
    public TagResourceResult Run(TagResourceRequest request, Call call)
    {
        var place = KeyStates.Staying(Places.Managed(call, request.KeyId!, "TagResource"));
        Places.Put(call, place, place.Key with { Tags = TagRules.With(place.Key.Tags, request.Tags) });
        return new();
    }
}
