using System.Text.Json;

namespace Orrery.Contracts.Keys;

/// <summary>
/// One step of a secret's rotation, as the function is told of it. Source: Secrets Manager User Guide, "Rotation by
/// Lambda function".
/// </summary>
/// <param name="SecretArn">The secret.</param>
/// <param name="Token">The version that is to be.</param>
/// <param name="Step"><c>createSecret</c>, <c>setSecret</c>, <c>testSecret</c> or <c>finishSecret</c>.</param>
public sealed record RotationStep(string SecretArn, string Token, string Step)
{
    /// <summary>The event that the function gets. A token for rotations across accounts is not among it.</summary>
    public string Event() => "{"
        + $"\"Step\":\"{JsonEncodedText.Encode(Step)}\",\"SecretId\":\"{JsonEncodedText.Encode(SecretArn)}\","
        + $"\"ClientRequestToken\":\"{JsonEncodedText.Encode(Token)}\"}}";
}
