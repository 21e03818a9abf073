namespace Orrery.Cli.Labs;

/// <summary>A lab: a directory with a page and a script.</summary>
/// <param name="Number">Its number, for example <c>02</c>.</param>
/// <param name="Title">The first heading of its page.</param>
/// <param name="Directory">Where it is.</param>
internal sealed record Lab(string Number, string Title, string Directory)
{
    /// <summary>The page that a person reads.</summary>
    public string Page => Path.Combine(Directory, "README.md");

    /// <summary>The script.</summary>
    public string Script => Path.Combine(Directory, "lab.sh");
}
