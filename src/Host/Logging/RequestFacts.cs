namespace Orrery.Host.Logging;

/// <summary>What is logged of a request. Never a key, a signature, a header or a body.</summary>
/// <param name="Operation">For example <c>ec2:CreateRoute</c>; the method and path where none was found.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="RequestId">The request id of the answer; empty when it has none.</param>
public readonly record struct RequestFacts(string Operation, int Status, string RequestId)
{
    /// <summary>The world, unless it is the default one.</summary>
    public string? World { get; init; }

    /// <summary>The ARN of the principal, or null.</summary>
    public string? Principal { get; init; }

    /// <summary>The account, or null.</summary>
    public string? Account { get; init; }

    /// <summary>The region, or null.</summary>
    public string? Region { get; init; }

    /// <summary>The error code, or null.</summary>
    public string? ErrorCode { get; init; }
}
