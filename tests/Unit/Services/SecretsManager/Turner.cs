using Orrery.Contracts.Keys;
using Orrery.Kernel.Calls;

namespace Orrery.Tests.Unit.Services.SecretsManager;

/// <summary>Stands for the service that runs functions: notes what it is asked for, and does it when told.</summary>
internal sealed class Turner : ISecretRotator
{
    public const string Function = "arn:aws:lambda:eu-west-1:123456789012:function:turn";

    /// <summary>The steps that functions were called for, in order.</summary>
    public List<RotationStep> Asked { get; } = [];

    /// <inheritdoc/>
    public bool Knows(ReadCall call, string functionArn) => functionArn == Function;

    /// <inheritdoc/>
    public void Begin(Call call, string functionArn, RotationStep step) => Asked.Add(step);
}
