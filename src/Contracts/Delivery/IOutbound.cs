namespace Orrery.Contracts.Delivery;

/// <summary>
/// The way out of the program, for what really leaves it. The program offers it; tests put their own in its place.
/// </summary>
public interface IOutbound
{
    /// <summary>
    /// Sends an HTTP request to an address of this machine, and gives the answer's status; 0 where none came.
    /// </summary>
    Task<int> PostAsync(OutboundPost post, CancellationToken cancellation);
}
