using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Rules;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.Tags;

/// <summary>Adds or changes tags of a share.</summary>
public sealed class TagResource : IWriteOperation<TagResourceRequest, TagResourceResult>
{
    /// <inheritdoc/>
    public TagResourceResult Run(TagResourceRequest request, Call call)
    {
        var share = Shares.ForChange(call, ShareTags.Target(request.ResourceShareArn, request.ResourceArn));
        call.Write(Tables.Shares).Put(share with { Tags = ShareTags.With(share.Tags, request.Tags) });
        return new();
    }
}
