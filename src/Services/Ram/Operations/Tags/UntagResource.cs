using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Rules;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.Tags;

/// <summary>Removes tags of a share.</summary>
public sealed class UntagResource : IWriteOperation<UntagResourceRequest, UntagResourceResult>
{
    /// <inheritdoc/>
    public UntagResourceResult Run(UntagResourceRequest request, Call call)
    {
        var share = Shares.ForChange(call, ShareTags.Target(request.ResourceShareArn, request.ResourceArn));
        var kept = share.Tags.Where(t => !request.TagKeys!.Contains(t.Key)).ToDictionary();
        call.Write(Tables.Shares).Put(share with { Tags = new(kept, StringComparer.Ordinal) });
        return new();
    }
}
