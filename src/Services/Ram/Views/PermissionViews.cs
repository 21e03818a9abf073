using System.Text;
using System.Text.Json;
using Orrery.Services.Ram.Rules;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Views;

/// <summary>The permissions that AWS manages, as the API writes them. Their dates are guessed.</summary>
internal static class PermissionViews
{
    private const string Version = "1";

    private static readonly DateTimeOffset Made = new(2018, 11, 20, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The summary of the default permission of a type.</summary>
    public static ResourceSharePermissionSummary Summary(ShareType type) => new()
    {
        Arn = type.PermissionArn,
        Version = Version,
        DefaultVersion = true,
        Name = type.Permission,
        ResourceType = type.Name,
        Status = PermissionStatus.Attachable.ToWire(),
        CreationTime = Made,
        LastUpdatedTime = Made,
        IsResourceTypeDefault = true,
        PermissionType = PermissionType.AwsManaged,
        FeatureSet = PermissionFeatureSet.Standard,
    };

    /// <summary>All of it, with what it allows.</summary>
    public static ResourceSharePermissionDetail Detail(ShareType type) => new()
    {
        Arn = type.PermissionArn,
        Version = Version,
        DefaultVersion = true,
        Name = type.Permission,
        ResourceType = type.Name,
        Permission = Text(type),
        CreationTime = Made,
        LastUpdatedTime = Made,
        IsResourceTypeDefault = true,
        PermissionType = PermissionType.AwsManaged,
        FeatureSet = PermissionFeatureSet.Standard,
        Status = PermissionStatus.Attachable,
    };

    private static string Text(ShareType type)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("Effect", "Allow");
            json.WriteStartArray("Action");
            foreach (var action in type.Actions)
            {
                json.WriteStringValue(action);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
