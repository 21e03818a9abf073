using Orrery.Contracts.Delivery;
using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Keys;

/// <summary>What services make of it when a key cannot be used.</summary>
public static class KeyRefusals
{
    private const string Denied = "AccessDeniedException";

    /// <summary>Why something cannot be handed over to what a key encrypts: whoever hands it over needs the key.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="use">The key.</param>
    /// <param name="delivery">What is handed over.</param>
    /// <param name="operations">What has to be allowed: <c>GenerateDataKey</c>.</param>
    public static DeliveryObstacle? Obstacle(
        ReadCall call, KeyUse use, Delivery.Delivery delivery, params IReadOnlyList<string> operations) =>
        call.FindPort<IKeys>()?.Refusal(call, use with { By = KeyUser.Of(delivery) }, operations) is { } refusal
            ? AsObstacle(refusal)
            : null;

    /// <summary>A refusal of KMS as what stands against a delivery.</summary>
    public static DeliveryObstacle AsObstacle(ServiceException refusal) =>
        new(refusal.Code == Denied ? ObstacleKind.NoPermission : ObstacleKind.Refused, refusal.Message);

    /// <summary>The text by which SQS and SNS pass a refusal on, as their users report it (aws-cdk issue 24337,
    /// data-prepper issue 2422).</summary>
    public static string Text(ReadCall call, ServiceException refusal) =>
        $"{refusal.Message} (Service: AWSKMS; Status Code: 400; Error Code: {refusal.Code}; "
        + $"Request ID: {call.RequestId}; Proxy: null)";
}
