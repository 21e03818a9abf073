namespace Orrery.Bench.Load;

/// <summary>One HTTP answer.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The body, as far as the caller asked for it; otherwise empty.</param>
/// <param name="Closes">Whether the server ends the connection after it.</param>
public readonly record struct Answer(int Status, string Body, bool Closes);
