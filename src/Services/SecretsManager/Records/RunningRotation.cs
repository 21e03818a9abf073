namespace Orrery.Services.SecretsManager.Records;

/// <summary>A rotation that goes on.</summary>
/// <param name="Token">The version that is to be.</param>
/// <param name="Step">The step that the function was called for.</param>
/// <param name="Tries">How often it was begun.</param>
/// <param name="IsTest">Whether the function is tried only, and nothing is to change.</param>
internal sealed record RunningRotation(string Token, string Step, int Tries, bool IsTest);
