namespace Orrery.Tests.Acceptance.Clients;

/// <summary>How a client ended.</summary>
internal sealed record ClientResult(int ExitCode, string Output, string Errors)
{
    /// <summary>Everything it wrote, for messages.</summary>
    public string All => Output + Errors;
}
