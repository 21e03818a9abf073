using Orrery.Host.Admin.Shapes;

namespace Orrery.Host.Coverage;

/// <summary>Which operations of which models are served.</summary>
public static class CoverageTable
{
    /// <summary>All models, in order of their names.</summary>
    public static CoverageView[] All() => [];
}
