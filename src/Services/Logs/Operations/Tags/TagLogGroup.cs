using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Tags;

/// <summary>Puts tags to a log group, by its name.</summary>
public sealed class TagLogGroup : IWriteOperation<TagLogGroupRequest, TagLogGroupResult>
{
    /// <inheritdoc/>
    public TagLogGroupResult Run(TagLogGroupRequest request, Call call)
    {
        var group = LogGroups.Get(call, request.LogGroupName!);
        call.Write(Tables.Groups).Put(group with
        {
            Tags = TagRules.Put(group.Tags, request.Tags!, "InvalidParameterException"),
        });
        return new();
    }
}
