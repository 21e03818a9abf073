using System.Text.Json.Nodes;
using Orrery.Contracts.Events;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Images;

/// <summary>
/// What EventBridge hears of images: that one is available, failed, deregistered or disabled. Source: EC2 User Guide,
/// "Monitor AMI events using Amazon EventBridge".
/// </summary>
internal static class ImageEvents
{
    /// <summary>An image is in another state now.</summary>
    public static void Changed(Call call, ImageRecord image, string request)
    {
        var detail = new JsonObject
        {
            ["RequestId"] = request,
            ["ImageId"] = image.Id.Value,
            ["State"] = image.State.ToWire(),
            ["ErrorMessage"] = image.StateReason?.Message ?? "",
        };
        call.FindPort<IEventBus>()?.Put(call, new(
            call.Scope, "aws.ec2", "EC2 AMI State Change", [$"arn:aws:ec2:{call.Region}::image/{image.Id}"],
            detail.ToJsonString()));
    }
}
