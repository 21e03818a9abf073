using Orrery.Contracts;
using Orrery.Kernel;
using Orrery.Services.Kms;
using Orrery.Services.SecretsManager;
using Orrery.Services.SecretsManager.Operations.Lifecycle;
using Orrery.Services.SecretsManager.Operations.Values;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Tests.Unit.Services.SecretsManager;

/// <summary>Secrets Manager beside KMS, and short ways to use it.</summary>
internal sealed class Safe
{
    public Safe(Ports? ports = null) => Rig = Rig.Of(
        [KmsService.Registration, SecretsManagerService.Registration],
        (ports ?? Ports.None).With<IQuotas>(new Quotas(new Dictionary<string, int>())));

    public Rig Rig { get; }

    public CreateSecretResult Make(string name, string? value = null, string? key = null) =>
        Rig.Run(new CreateSecret(), new() { Name = name, SecretString = value, KmsKeyId = key });

    public PutSecretValueResult Put(string name, string value, params string[] stages) =>
        Rig.Run(new PutSecretValue(), new()
        {
            SecretId = name, SecretString = value, VersionStages = stages.Length == 0 ? null : stages,
        });

    public string Read(string name, string? stage = null, string? version = null) =>
        Rig.Run(new GetSecretValue(), new() { SecretId = name, VersionStage = stage, VersionId = version })
            .SecretString!;
}
