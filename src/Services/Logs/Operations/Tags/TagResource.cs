using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Tags;

/// <summary>Puts tags to a log group, by its ARN.</summary>
public sealed class TagResource : IWriteOperation<TagResourceRequest, TagResourceResult>
{
    /// <inheritdoc/>
    public TagResourceResult Run(TagResourceRequest request, Call call)
    {
        var group = TagRules.Group(call, request.ResourceArn!);
        call.Write(Tables.Groups).Put(group with
        {
            Tags = TagRules.Put(group.Tags, request.Tags!, "TooManyTagsException"),
        });
        return new();
    }
}
