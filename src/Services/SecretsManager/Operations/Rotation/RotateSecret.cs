using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Rotation;

/// <summary>Has a function rotate a secret, at once or from its next window on.</summary>
public sealed class RotateSecret : IWriteOperation<RotateSecretRequest, RotateSecretResult>
{
    /// <inheritdoc/>
    public RotateSecretResult Run(RotateSecretRequest request, Call call)
    {
        if (request.ExternalSecretRotationMetadata is not null || request.ExternalSecretRotationRoleArn is not null)
            throw Errors.NotServed("ExternalSecretRotationMetadata and ExternalSecretRotationRoleArn");
        var secret = Secrets.Live(call, request.SecretId!);
        var function = Rotations.Function(call, secret, request.RotationLambdaARN);
        var token = request.ClientRequestToken ?? Uuids.New(call);
        RotateSecretResult result = new() { ARN = secret.Arn, Name = secret.Name, VersionId = token };
        if (secret.Secret.Running?.Token == token) return result;
        Rotations.CheckFree(call, secret, token);
        var schedule = request.RotationRules is { } rules
            ? RotationRules.Read(rules, call.Now)
            : secret.Secret.Schedule;
        secret = Secrets.Put(call, secret, secret.Secret with
        {
            RotationFunction = function,
            Rotates = true,
            Schedule = schedule,
            Window = schedule is null ? null : RotationRules.Next(schedule, call.Now),
            DaysBetween = null,
        });
        Rotations.Plan(call, secret);
        Rotations.Begin(call, secret, new(token, "", Tries: 1, IsTest: request.RotateImmediately == false));
        return result;
    }
}
