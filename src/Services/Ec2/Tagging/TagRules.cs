using Orrery.Core;
using Orrery.Services.Ec2.Kinds;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Tagging;

/// <summary>
/// What a tag may be. Limits: EC2 User Guide, "Tag restrictions" (50 tags a resource, keys of 1 to 128 characters,
/// values
/// of up to 256, no key that begins with <c>aws:</c>).
/// </summary>
internal static class TagRules
{
    private const int MaxTags = 50;
    private const int MaxKey = 128;
    private const int MaxValue = 256;

    /// <summary>The tags for a resource about to be made.</summary>
    /// <exception cref="ServiceException">A specification is for another resource type.</exception>
    public static IReadOnlyList<Tag> ForNew(ResourceKind kind, IReadOnlyList<TagSpecification>? specifications)
    {
        if (specifications is null or { Count: 0 })
        {
            return [];
        }

        var tags = new List<Tag>();
        foreach (var specification in specifications)
        {
            var type = specification.ResourceType ?? throw Errors.Missing("TagSpecification.ResourceType");
            if (type.ToWire() != kind.TagType)
            {
                throw Errors.InvalidParameterValue(
                    $"'{type.ToWire()}' is not a valid taggable resource type for this operation.");
            }

            tags.AddRange(specification.Tags ?? []);
        }

        if (tags.GroupBy(t => t.Key).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw Errors.InvalidParameterValue($"Duplicate tag key '{twice.Key}' specified.");
        }

        return tags;
    }

    /// <summary>Refuses a key or a value that EC2 does not take.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static void Check(Tag tag)
    {
        if (string.IsNullOrEmpty(tag.Key))
        {
            throw Errors.InvalidParameterValue("Tag keys cannot be empty or null");
        }

        if (tag.Key.Length > MaxKey)
        {
            throw Errors.InvalidParameterValue($"Tag key exceeds the maximum length of {MaxKey} characters");
        }

        if (tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
        {
            throw Errors.InvalidParameterValue(
                "Tag keys starting with 'aws:' are reserved for internal use");
        }

        if (tag.Value?.Length > MaxValue)
        {
            throw Errors.InvalidParameterValue($"Tag value exceeds the maximum length of {MaxValue} characters");
        }
    }

    /// <summary>Refuses more than 50 tags on one resource.</summary>
    /// <exception cref="ServiceException">TagLimitExceeded.</exception>
    public static void CheckCount(string id, int count)
    {
        if (count > MaxTags)
        {
            throw new ServiceException(
                "TagLimitExceeded", $"More than {MaxTags} tags specified for resource '{id}'");
        }
    }
}
