namespace Orrery.Contracts.Instances;

/// <summary>What the program was told about bodies of instances. The program offers it.</summary>
public interface IBodySettings
{
    /// <summary>Whether user data may run as processes of this machine (<c>orrery up --bodies process</c>).</summary>
    bool AllowsProcesses { get; }

    /// <summary>The directory below which the processes of a world have theirs; it need not exist.</summary>
    string DirectoryOf(string world);

    /// <summary>Where a process of this machine reaches the program; completes once it listens.</summary>
    Task<Uri> EndpointAsync(CancellationToken cancellation);
}
