using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Values;

/// <summary>Moves a staging label from one version to another.</summary>
public sealed class UpdateSecretVersionStage
    : IWriteOperation<UpdateSecretVersionStageRequest, UpdateSecretVersionStageResult>
{
    /// <inheritdoc/>
    public UpdateSecretVersionStageResult Run(UpdateSecretVersionStageRequest request, Call call)
    {
        var secret = Secrets.Live(call, request.SecretId!);
        var all = Versions.All(call, secret);
        var (stage, from, to) = (request.VersionStage!, request.RemoveFromVersionId, request.MoveToVersionId);
        if (from is null && to is null) throw Errors.Parameter("Specify MoveToVersionId or RemoveFromVersionId.");
        foreach (var id in new[] { from, to })
        {
            if (id is not null && all.All(v => v.VersionId != id)) throw Errors.NoValue($"VersionId: {id}");
        }

        var holder = all.FirstOrDefault(v => v.Stages.Contains(stage))?.VersionId;
        if (holder is not null && holder != to && holder != from)
            throw Errors.Parameter(
                $"The parameter RemoveFromVersionId can't be empty. Staging label {stage} is currently attached to "
                + $"version {holder}, so you must explicitly reference that version in RemoveFromVersionId.");
        if (from is not null && holder != from)
            throw Errors.Parameter($"The staging label {stage} is not attached to version {from}.");
        if (to is null && stage == Versions.Current)
            throw Errors.Parameter($"You can only move staging label {stage} to a different secret version.");
        Versions.Move(call, secret, stage, to);
        Secrets.Put(call, secret, secret.Secret);
        return new() { ARN = secret.Arn, Name = secret.Name };
    }
}
