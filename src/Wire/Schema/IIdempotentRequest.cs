namespace Orrery.Wire.Schema;

/// <summary>A request whose retries are safe. Generated requests with a <c>ClientToken</c> member implement
/// it.</summary>
public interface IIdempotentRequest
{
    /// <summary>What tells a retry from a new request, or null.</summary>
    string? ClientToken { get; }
}
