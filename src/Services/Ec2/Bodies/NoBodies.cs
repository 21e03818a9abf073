namespace Orrery.Services.Ec2.Bodies;

/// <summary>What follows a world whose instances are all modelled: nothing.</summary>
internal sealed class NoBodies : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
