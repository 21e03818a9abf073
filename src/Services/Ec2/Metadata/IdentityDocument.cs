using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Metadata;

/// <summary>
/// The instance identity document. Signatures of it are not made: only AWS can sign for AWS. Source: EC2 User Guide,
/// "Instance identity documents for Amazon EC2 instances".
/// </summary>
internal static class IdentityDocument
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true };

    /// <summary>The document as JSON.</summary>
    public static string Of(ReadCall call, InstanceRecord instance, string? address)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("accountId", call.Account);
            json.WriteString("architecture", instance.Architecture);
            json.WriteString("availabilityZone", instance.AvailabilityZone);
            json.WriteNull("billingProducts");
            json.WriteNull("devpayProductCodes");
            json.WriteNull("marketplaceProductCodes");
            json.WriteString("imageId", instance.ImageId);
            json.WriteString("instanceId", instance.Id.Value);
            json.WriteString("instanceType", instance.InstanceType);
            json.WriteNull("kernelId");
            json.WriteString("pendingTime", Text(instance.LaunchTime));
            json.WriteString("privateIp", address);
            json.WriteNull("ramdiskId");
            json.WriteString("region", call.Region);
            json.WriteString("version", "2017-09-30");
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Text(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
