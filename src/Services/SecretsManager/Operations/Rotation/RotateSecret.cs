using Orrery.Contracts.Keys;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Rotation;

/// <summary>Begins a rotation by a function, step by step.</summary>
public sealed class RotateSecret : IWriteOperation<RotateSecretRequest, RotateSecretResult>
{
    /// <inheritdoc/>
    public RotateSecretResult Run(RotateSecretRequest request, Call call)
    {
        if (request.ExternalSecretRotationMetadata is not null || request.ExternalSecretRotationRoleArn is not null)
            throw Errors.NotServed("ExternalSecretRotationMetadata and ExternalSecretRotationRoleArn");
        if (request.RotationRules is not null) throw Errors.NotServed("RotationRules (rotation by a schedule)");
        if (request.RotateImmediately == false) throw Errors.NotServed("RotateImmediately false");
        var secret = Secrets.Live(call, request.SecretId!);
        var function = request.RotationLambdaARN ?? secret.RotationFunction
            ?? throw Errors.Request("No Lambda rotation function ARN is associated with this secret.");
        var rotator = call.FindPort<ISecretRotator>()
            ?? throw Errors.NotServed("RotationLambdaARN: rotation needs Lambda, which Orrery is without");
        if (!rotator.Knows(call, function)) throw Errors.Parameter($"There is no function {function}.");
        var token = request.ClientRequestToken ?? Uuids.New(call);
        secret = Secrets.Put(call, secret with { RotationFunction = function, Rotates = true, RotatedAt = call.Now });
        foreach (var step in new[] { "createSecret", "setSecret", "testSecret", "finishSecret" })
            rotator.Begin(call, function, new(Secrets.Arn(call, secret), token, step));
        return new() { ARN = Secrets.Arn(call, secret), Name = secret.Name.Value, VersionId = token };
    }
}
