using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Tags;

/// <summary>Takes tags from a log group, by its ARN.</summary>
public sealed class UntagResource : IWriteOperation<UntagResourceRequest, UntagResourceResult>
{
    /// <inheritdoc/>
    public UntagResourceResult Run(UntagResourceRequest request, Call call)
    {
        var group = TagRules.Group(call, request.ResourceArn!);
        call.Write(Tables.Groups).Put(group with { Tags = TagRules.Without(group.Tags, request.TagKeys!) });
        return new();
    }
}
