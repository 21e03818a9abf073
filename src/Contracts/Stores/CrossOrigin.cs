namespace Orrery.Contracts.Stores;

/// <summary>A request from another origin, as browsers announce it.</summary>
/// <param name="Origin">The origin.</param>
/// <param name="Method">The method of the request, or the one that a preflight asks for.</param>
/// <param name="Headers">The headers that a preflight asks for.</param>
public sealed record CrossOrigin(string Origin, string Method, IReadOnlyList<string> Headers);
