using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Listing;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Tags;

/// <summary>Lists tags, by resource and key. Filters: EC2 API Reference, DescribeTags.</summary>
public sealed class DescribeTags : IReadOperation<DescribeTagsRequest, DescribeTagsResult>
{
    private static readonly Filters<TagDescription> Filters = new Filters<TagDescription>()
        .One("key", tag => tag.Key)
        .One("value", tag => tag.Value)
        .One("resource-id", tag => tag.ResourceId)
        .One("resource-type", tag => tag.ResourceType!.Value.ToWire())
        .Named("tag:", (tag, key) => tag.Key == key ? [tag.Value] : []);

    /// <inheritdoc/>
    public DescribeTagsResult Run(DescribeTagsRequest request, ReadCall call)
    {
        var passes = Filters.Compile(request.Filters, call);
        var after = request.NextToken is { } token ? PageToken.KeyOf(token) : null;
        var tags = call.Read(Tables.Tags).All()
            .SelectMany(record => record.Tags.Select(tag => new TagDescription
            {
                Key = tag.Key,
                Value = tag.Value,
                ResourceId = record.Id.Value,
                ResourceType = ResourceTypeWire.Parse(record.ResourceType),
            }))
            .Where(tag => after is null || string.CompareOrdinal(KeyOf(tag), after) > 0)
            .Where(passes);
        var page = Lister.Cut(tags, KeyOf, request.MaxResults);
        return new() { Tags = page.Items, NextToken = page.NextToken };
    }

    // The smallest character as separator keeps the order of keys the order of (resource id, tag key).
    private static string KeyOf(TagDescription tag) => $"{tag.ResourceId}\u0001{tag.Key}";
}
