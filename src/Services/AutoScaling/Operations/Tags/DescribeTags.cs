using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Listing;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Tags;

/// <summary>Tells of the tags of groups.</summary>
public sealed class DescribeTags : IReadOperation<DescribeTagsRequest, DescribeTagsResult>
{
    /// <inheritdoc/>
    public DescribeTagsResult Run(DescribeTagsRequest request, ReadCall call)
    {
        var found = from @group in call.Read(Tables.Groups).All()
                    from tag in @group.Tags
                    where (request.Filters ?? []).All(filter => Leaves(filter, @group, tag))
                    select GroupTags.View(@group, tag);
        var (page, next) = Pages.Of(
            found, tag => $"{tag.ResourceId}\u001f{tag.Key}", request.NextToken, request.MaxRecords);
        return new() { Tags = page, NextToken = next };
    }

    private static bool Leaves(Filter filter, GroupRecord group, TagRecord tag)
    {
        var values = filter.Values ?? [];
        return filter.Name switch
        {
            "auto-scaling-group" => values.Contains(group.Name),
            "key" => values.Contains(tag.Key),
            "value" => values.Contains(tag.Value),
            "propagate-at-launch" => values.Contains(
                tag.Propagate ? "true" : "false", StringComparer.OrdinalIgnoreCase),
            _ => throw Errors.Invalid($"Filter type {filter.Name} is not correct. Allowed Filter types are: "
                + "auto-scaling-group key value propagate-at-launch"),
        };
    }
}
